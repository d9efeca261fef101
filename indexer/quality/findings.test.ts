import { describe, expect, it } from 'vitest'
import { signatureOf } from '../contract/minhash.js'
import { FINDING_KINDS } from '../contract/findings.js'
import { unnumbered } from '../testing/unnumbered.js'
import { qualityReport, qualityText, type QualityInput } from './report.js'

const record = (id: string, changes: Parameters<typeof unnumbered>[0] = {}) => ({
  id,
  ...unnumbered({ title: id, ...changes }),
})
const report = (documents: ReturnType<typeof record>[], more: Partial<QualityInput> = {}) =>
  qualityReport({ documents, known: (id) => documents.find((one) => one.id === id), ...more })
const about = ({ findings }: Awaited<ReturnType<typeof report>>) =>
  findings.map(({ kind, key, doc }) => [kind, key, doc])

describe('the quality report', () => {
  it('tells what was noted of each document', async () => {
    const notes = [
      { kind: 'unknown_label' as const, field: '版式', message: '没有字段' },
      { kind: 'dropped' as const, field: 'written', message: '不是日期' },
    ]
    const result = await report([record('a', { notes }), record('b')])
    expect(about(result)).toEqual([
      ['unknown_label', '版式', 'a'],
      ['dropped', 'written', 'a'],
    ])
    expect(result).toMatchObject({ documents: 2, counts: { unknown_label: 1, dropped: 1, missing: 0 } })
  })

  it('finds titles that several documents bear, however they are written', async () => {
    const documents = [record('a', { title: '通知（一）' }), record('b', { title: '通知(一)' }), record('c')]
    expect(about(await report(documents))).toEqual([
      ['duplicate_title', '通知（一）', 'a'],
      ['duplicate_title', '通知（一）', 'b'],
    ])
  })

  it('finds codes of several bodies, and bodies of several codes', async () => {
    const documents = [
      record('a', { index_number: '111/2020-1', issuer: '甲局' }),
      record('b', { index_number: '111/2020-2', issuer: '甲局' }),
      record('c', { index_number: '111/2020-3', issuer: '乙局' }),
      record('d', { index_number: '222/2020-1', issuer: '乙局' }),
      record('e', { index_number: '333/2020-1', issuer: '丙局' }),
    ]
    expect((await report(documents)).findings.map(({ key, issuer, message }) => [key, issuer, message])).toEqual([
      ['111', '甲局', '代码 111 由 2 个机构使用，其中甲局 2 篇'],
      ['111', '乙局', '代码 111 由 2 个机构使用，其中乙局 1 篇'],
      ['乙局', '乙局', '乙局使用 2 个代码，其中 111 1 篇'],
      ['乙局', '乙局', '乙局使用 2 个代码，其中 222 1 篇'],
    ])
  })

  it('groups near-duplicates', async () => {
    const text = Array.from({ length: 60 }, (_, n) => `第${n}条 按照第${n * 31}号目录办理第${n * 17}类事项`)
    const signature = (paragraphs: string[]) => ({ signature: signatureOf(paragraphs) })
    const documents = [
      record('a', signature(text)),
      record('b', signature([...text.slice(0, 58), '附则', '另有规定的除外'])),
      record('c', signature(text.map((line) => `${line}，并且应当${line}备案`))),
      record('d', signature(text)),
    ]
    const found = (await report(documents)).findings
    expect(found.map(({ kind, key, doc }) => [kind, key, doc])).toEqual(
      ['a', 'b', 'd'].map((id) => ['near_duplicate', 'a', id]),
    )
    expect(found[2]!.message).toBe('与“a”约 100% 相同')
  })

  it('loses no source of a merged record, and no rejected one but those not for the public', async () => {
    const result = await report([record('a', { file: 'x/a.txt' })], {
      merged: [{ into: 'a', file: 'y/b.jsonl', record: 7 }],
      rejected: [
        { file: 'y/b.jsonl', record: 8, field: 'paragraphs', reason: '没有正文' },
        { file: 'y/b.jsonl', record: 9, field: 'visibility', reason: '依申请公开' },
      ],
    })
    expect(result.findings.map(({ kind, doc, file, message }) => [kind, doc, file, message])).toEqual([
      ['merged', 'a', 'y/b.jsonl', '第 7 条与“x/a.txt”完全相同，合并为一篇'],
      ['rejected', null, 'y/b.jsonl', '没有正文'],
    ])
  })

  it('is readable, and says how much it leaves out', async () => {
    const documents = Array.from({ length: 5 }, (_, n) => record(`d${n}`, { title: '通知' }))
    const lines = qualityText(await report(documents)).split('\n')
    expect(lines[0]).toBe('档案质量：共 5 篇文件')
    expect(lines[1]).toBe('名称重复：5')
    expect(lines.at(-1)).toContain('另有 2 条')
    expect(qualityText(await report([record('a')]))).toContain('没有发现问题')
    expect(Object.keys((await report([])).counts)).toEqual(FINDING_KINDS)
    const odd = [record('a', { title: 'toString' }), record('b', { title: 'toString' })]
    expect(qualityText(await report(odd))).not.toContain('native code')
  })
})
