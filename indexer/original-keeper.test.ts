import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { isPublic } from './original-keeper.js'
import { xlsxOf } from './testing/files/office.js'
import { readWhole } from './testing/whole-reading.js'

const folder = mkdtempSync(join(tmpdir(), 'original-keeper-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function isGivenOut(name: string, content: string | Buffer): Promise<boolean> {
  writeFileSync(join(folder, name), content)
  const { documents, ...entry } = await readWhole(join(folder, name), name, null)
  expect(documents).not.toEqual([])
  return isPublic(entry)
}

const list = (title: string, more: string[] = []) => [
  ['标题', '正文', '公开方式'],
  [title, `${title}的正文。`, ...more],
]
const letters = (...rows: string[][]) => [['2019年来信'], ['编号', '来信人', '事项', '是否公开', '办理情况'], ...rows]

describe('the original of a file', () => {
  it('is given out where all of it is for the public', async () => {
    expect(await isGivenOut('a.xlsx', xlsxOf({ 甲: list('甲', ['主动公开']) }))).toBe(true)
    expect(await isGivenOut('b.xlsx', xlsxOf({ 甲: letters(['1', '李四', '修路', '是', '办结']) }))).toBe(true)
  })

  it('is not given out with a hidden sheet', async () => {
    const sheets = { 甲: list('甲'), 乙: list('乙', ['不予公开']) }
    expect(await isGivenOut('c.xlsx', xlsxOf(sheets, undefined, {}, ['乙']))).toBe(false)
  })

  it('is not given out with closed rows of a sheet that is a text', async () => {
    const rows = letters(['1', '李四', '修路', '是', '办结'], ['2', '王五', '举报', '否', '办结'])
    expect(await isGivenOut('d.xlsx', xlsxOf({ 甲: rows }))).toBe(false)
  })

  it('is not given out with closed rows of a sheet that is left out beside records', async () => {
    const withoutText = [
      ['标题', '文号', '公开方式'],
      ['乙', '青政〔2020〕1号', '不予公开'],
    ]
    const withoutHeading = [['来信'], ['编号', '来信人', '是否公开'], ['1', '王五', '否']]
    expect(await isGivenOut('e.xlsx', xlsxOf({ 甲: list('甲'), 乙: withoutText }))).toBe(false)
    expect(await isGivenOut('f.xlsx', xlsxOf({ 甲: list('甲'), 乙: withoutHeading }))).toBe(false)
  })

  it('is not given out with a row that could not be read, where rows say whether they are open', async () => {
    const table = (label: string): string => `标题,正文,${label}\n甲,甲文。,主动公开\n乙,乙文。,不予公开,多\n`
    expect(await isGivenOut('g.csv', table('公开方式'))).toBe(false)
    expect(await isGivenOut('h.csv', table('有效性'))).toBe(true)
  })

  it('is not given out with a line that could not be read, where it has a label of visibility', async () => {
    const lines = (more: string): string => `{"title":"甲","text":"甲文。"}\n{"title":"乙","text":"乙文。"${more}\n`
    expect(await isGivenOut('k.jsonl', lines(',"公开方式":"不予公开"'))).toBe(false)
    expect(await isGivenOut('l.jsonl', lines(''))).toBe(true)
  })

  it('is not given out with a closed record that is too long', async () => {
    const lines = ['甲文。', '长'.repeat(5_000_001)].map((text, at) => ({
      title: `${at}`,
      text,
      gkfs: at ? '不予公开' : '',
    }))
    expect(await isGivenOut('m.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'))).toBe(false)
  })

  it('is not given out with closed items of a list that is left out', async () => {
    const json = (visibility: string): string =>
      JSON.stringify({ list: [{ title: '甲', text: '甲文。' }], others: [{ title: '乙', 公开方式: visibility }] })
    expect(await isGivenOut('i.json', json('不予公开'))).toBe(false)
    expect(await isGivenOut('j.json', json('主动公开'))).toBe(true)
  })
})
