import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { discover } from './discover.js'
import { explainFile } from './explain.js'
import { readWhole } from './testing/whole-reading.js'
import { parseSource } from './sources/index.js'

const folder = mkdtempSync(join(tmpdir(), 'read-file-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function read(name: string, content: string | Buffer, yml: string | null = null) {
  writeFileSync(join(folder, name), content)
  return readWhole(
    join(folder, name),
    `archive/${name}`,
    yml === null ? null : parseSource(yml, join(folder, 'source.yml')),
  )
}

const RECORD = `索引号: | 482915607/2021-00217 | 分类: | 综合政务/其他 / | ||
名称: | 在全区工作会议上的讲话 | 成文日期: | 2021-03-02 |
(2021年3月2日)
林 雨 晴
同志们:
一、总的要求`

describe('readFile', () => {
  it('reads a record', async () => {
    const { documents, ...rest } = await read('a.txt', RECORD)
    expect(rest).toEqual({ skipped: null, rejected: [], warnings: [], final: true, withheld: false })
    expect(documents).toMatchObject([
      {
        position: null,
        statedId: null,
        document: {
          title: '在全区工作会议上的讲话',
          speaker: '林雨晴',
          file: 'archive/a.txt',
          derived: ['keywords', 'speaker', 'occasion'],
        },
      },
    ])
    expect(documents[0]!.document.outline).toEqual([{ level: 1, paragraph: 4 }])
  })

  it('keeps one of several records in a text back, and leaves the others in', async () => {
    const { documents, rejected } = await read('two.txt', `${RECORD}\n名称: | 乙 | 公开方式: | 不予公开 |\n乙的正文。`)
    expect(documents.map(({ position, document }) => [position, document.paragraphs.at(-1)])).toEqual([
      [1, '一、总的要求'],
    ])
    expect(rejected).toMatchObject([{ record: 2, field: 'visibility' }])
  })

  it('takes a date for one ahead by the day that it is in China', async () => {
    const written = (day: string): string => JSON.stringify({ title: '甲', text: '一', written: day })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2021-03-01T20:00:00Z') })
    try {
      const ahead = await read('ahead.jsonl', written('2021-03-03'))
      expect(ahead.warnings).toMatchObject([{ kind: 'doubtful', field: 'written' }])
      expect((await read('today.jsonl', written('2021-03-02'))).warnings).toEqual([])
    } finally {
      vi.useRealTimers()
    }
  })

  it('hands on the id that a record states', async () => {
    expect((await read('b.jsonl', '{"id":7,"title":"甲","text":"一"}\n')).documents[0]).toMatchObject({
      position: null,
      statedId: '7',
    })
  })

  it('rejects what the schema does not take: field, reason and what to do', async () => {
    const { documents, rejected } = await read('c.jsonl', '{"title":"甲"}\n{"title":"乙","text":"一"}\n')
    expect(documents.map(({ position }) => position)).toEqual([2])
    expect(rejected).toMatchObject([{ record: 1, field: 'paragraphs' }])
    expect(rejected[0]!.reason).toMatch(/^正文：没有正文。请/)
  })

  it('takes what is good in a list with more broken lines than a call has room for', async () => {
    const good = '{"title":"甲","text":"一"}\n'
    const { documents, rejected } = await read('broken.jsonl', good + 'x\n'.repeat(130_000) + good.replace('甲', '乙'))
    expect(documents.map(({ document }) => document.title)).toEqual(['甲', '乙'])
    expect(rejected).toHaveLength(130_000)
  })

  it.each(['（此件依申请公开）', '（此件不予公开）'])('leaves out a text that closes with %s', async (note) => {
    const reading = await read('note.txt', `关于绿化的通报\n各单位：\n现通报如下。\n${note}\n附件：名单`)
    expect(reading.documents).toEqual([])
    expect(reading.skipped).toContain('公开')
  })

  it('keeps a draft back, unless it is stated to be public', async () => {
    const draft = '关于供水工程的通知（讨论稿）\n各镇要明确专人负责，严格执行基本建设程序。'
    const kept = await read('draft.txt', draft)
    expect(kept).toMatchObject({ documents: [], withheld: true })
    expect(kept.skipped).toMatch(/“讨论稿”.*visibility: 主动公开/)
    expect((await read('draft.txt', draft, 'name: 甲\nvisibility: 主动公开')).documents).toHaveLength(1)
  })

  it('shows the secrecy of a letterhead as what the record says of its visibility', async () => {
    await read('secret.txt', '机密★1年\n青梧区人民政府文件\n关于绿化的通知\n各单位：\n现通知如下。')
    const [file] = (await discover([join(folder, 'secret.txt')], [])).files
    const { fields } = (await explainFile(file!)).records[0]!
    expect(fields.find(({ field }) => field === 'visibility')?.value).toBe('机密★1年')
  })

  it.each(['公开方式: | 依申请公开 |', '信息公开类别: | 不予公开 |'])(
    'keeps out what is not for the public: %s',
    async (line) => {
      const { documents, skipped } = await read('d.txt', `${line}\n名称: | 甲 |\n正文`)
      expect(documents).toEqual([])
      expect(skipped).toContain('不收入公开档案')
    },
  )

  it('looks at every label of visibility', async () => {
    const { skipped } = await read('e.txt', '公开方式: 主动公开\n公开属性: 依申请公开\n标题: 甲\n\n正文一句。')
    expect(skipped).toContain('不收入公开档案')
  })

  it('keeps out single lines, and whole sources, that are not for the public', async () => {
    const lines = await read(
      'e.jsonl',
      '{"title":"甲","text":"一","visibility":"依申请公开"}\n{"title":"乙","text":"二"}\n',
    )
    expect(lines.documents).toHaveLength(1)
    expect(lines.rejected).toMatchObject([{ record: 1, field: 'visibility' }])
    expect((await read('f.txt', RECORD, 'name: 甲\nvisibility: 依申请公开')).documents).toEqual([])
  })

  it('skips what the source ignores, with its reason', async () => {
    const yml = "name: 甲\nignore: [{ pattern: 'g.*', reason: 栏目页 }]"
    expect(await read('g.txt', RECORD, yml)).toMatchObject({ documents: [], skipped: '栏目页' })
  })

  it('warns of values that no field takes', async () => {
    const { warnings } = await read('h.txt', '名称: | 甲 | 版式: | 大字 |\n正文')
    expect(warnings).toMatchObject([{ record: null, field: '版式:' }])
  })

  it('reads the speaker of a title that a rule replaces', async () => {
    const yml = "name: 甲\nfiles: [{ pattern: '*', fields: { title: { value: 新名称, mode: replace } } }]"
    const { documents } = await read('i.md', '---\ntitle: 报告（2012年2月11日 林雨晴）\n---\n各位代表：\n正文', yml)
    expect(documents[0]!.document).toMatchObject({ title: '新名称', speaker: '林雨晴', written: '2012-02-11' })
  })

  it('throws when the file is not there', async () => {
    await expect(readWhole(join(folder, 'none.txt'), 'none.txt', null)).rejects.toThrow('ENOENT')
  })

  it.each(['txt', 'md', 'html', 'json', 'jsonl', 'csv'])('takes anything in a .%s file', async (extension) => {
    const pieces = fc.constantFrom(
      ...[
        '---\n',
        '名称: | ',
        '|',
        ' |\n',
        '：',
        '<table><tr><td>',
        '</p>',
        '{"title":',
        '"text":"',
        '[',
        '}',
        '\n',
        '一、',
        '（',
        '2021年',
        '月',
      ],
      ...['**', '#', '<!--', '](', '&', '\u0000', '\ud800', '各位', '主席', '🀄'],
    )
    const content = fc.oneof(
      fc
        .array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 40 })
        .map((parts) => Buffer.from(parts.join(''))),
      fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
    )
    await fc.assert(
      fc.asyncProperty(content, async (bytes) => {
        const reading = await read(`fuzz.${extension}`, bytes)
        if (['txt', 'md', 'html'].includes(extension))
          expect(reading.documents.length + reading.rejected.length + (reading.skipped === null ? 0 : 1)).toBe(1)
        expect(reading.rejected.filter(({ reason }) => reason.startsWith('读取时出错'))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('explainFile', () => {
  it('says where each value came from', async () => {
    writeFileSync(join(folder, 'x.txt'), RECORD)
    const [file] = (await discover([join(folder, 'x.txt')], [])).files
    const { records } = await explainFile(file!)
    const field = (name: string) => records[0]!.fields.find(({ field }) => field === name)
    expect(field('title')).toMatchObject({ value: '在全区工作会议上的讲话', from: '标签“名称”' })
    expect(field('speaker')).toMatchObject({ value: '林雨晴', from: '文首日期、讲话人行' })
    expect(field('issuer')).toMatchObject({ value: '', from: '未标明' })
    expect(records[0]!.outline).toEqual(['一、总的要求'])
  })
})
