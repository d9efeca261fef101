import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { docxOf, xlsxOf } from '../testing/files/office.js'
import { ofdOf, pdfFile, pdfOf, setPages, type PrintedLine } from '../testing/files/printed.js'
import { zipOf } from '../testing/files/zip.js'
import { extractFile } from './index.js'

const extract = (path: string, bytes: Buffer) => extractFile(path, bytes, null)

const TITLE = '青梧区人民政府关于进一步做好古树名木保护工作的通知'
const TEXT = [
  '各街道办事处，区政府各部门：',
  '为保护好全区一百二十六株古树名木，根据城市绿化管理的有关规定，结合本区实际，现就做好保护工作的有关事项通知如下，请认真执行。',
  '一、落实责任',
  '（一）古树名木由所在街道办事处负责日常养护，区园林绿化局每年检查两次，检查结果向社会公布。',
  ...Array.from(
    { length: 30 },
    (_, n) =>
      `第${n + 1}株古树位于桐花街道第${n + 3}居民小区内，胸径${n + 60}厘米，树龄约${n * 10 + 100}年，由小区业主委员会协助看护，每月巡查不少于一次。`,
  ),
  '青梧区人民政府',
  '2018年4月11日',
]

const gathered = (lines: string[]): string => lines.join('')

describe.each([
  ['a.pdf', pdfOf],
  ['a.ofd', ofdOf],
])('a printed file %s', (name, build) => {
  it('gives its paragraphs as they were before they were printed', async () => {
    const { records, skipped } = await extract(name, build(setPages(TITLE, TEXT)))
    expect(skipped).toBeNull()
    expect(records[0]!.paragraphs).toEqual([TITLE, ...TEXT])
    expect(records[0]!.headings).toEqual([{ paragraph: 0, level: 1 }])
  })

  it('leaves out running heads, and keeps the same words in the text', async () => {
    const pages = setPages(TITLE, TEXT).map((page, index): PrintedLine[] => [
      { text: `青梧区政府公报 2018年第${index + 1}期`, x: 80, y: 50, size: 10 },
      ...page,
    ])
    expect(pages.length).toBeGreaterThan(2)
    const { records } = await extract(name, build(pages))
    expect(records[0]!.paragraphs).toEqual([TITLE, ...TEXT])
  })

  it('leaves out a small running head right above the text, also of two pages', async () => {
    const pages = setPages(TITLE, TEXT.slice(0, 12))
    expect(pages).toHaveLength(2)
    const headed = pages.map((page): PrintedLine[] => [{ text: '青梧区政府文件汇编', x: 80, y: 76, size: 10 }, ...page])
    expect((await extract(name, build(headed))).records[0]!.paragraphs).toEqual([TITLE, ...TEXT.slice(0, 12)])
    const row = pages.map((page): PrintedLine[] => [{ text: '序号与任务一览', x: 80, y: 60, size: 16 }, ...page])
    expect((await extract(name, build(row))).records[0]!.paragraphs[0]).toBe('序号与任务一览')
  })

  it('takes the metadata table at its head', async () => {
    const size = 12
    const head: PrintedLine[] = [
      { text: '索引号：', x: 80, y: 60, size },
      { text: '482915607/2018-00077', x: 135, y: 60, size },
      { text: '发布机构：', x: 320, y: 60, size },
      { text: '青梧区人民政府', x: 390, y: 60, size },
      { text: '文号：青政发〔2018〕12号', x: 80, y: 80, size },
      { text: '成文日期：2018年4月11日', x: 320, y: 80, size },
    ]
    const [first, ...rest] = setPages(TITLE, TEXT)
    const { records } = await extract(name, build([[...head, ...first!], ...rest]))
    expect(records[0]!.fields).toEqual({
      index_number: ['482915607/2018-00077'],
      issuer: ['青梧区人民政府'],
      doc_number: ['青政发〔2018〕12号'],
      written: ['2018年4月11日'],
    })
    expect(records[0]!.paragraphs).toEqual([TITLE, ...TEXT])
  })

  it('reports a page without text, and skips a file that has none', async () => {
    const pages = setPages(TITLE, TEXT)
    const { records } = await extract(name, build([...pages, []]))
    expect(records[0]!.unreadable).toEqual([expect.stringContaining(`第 ${pages.length + 1} 页`)])
    expect((await extract(name, build([[], []]))).skipped).toContain('扫描件：2 页')
  })

  it('is skipped with the reason when it is cut off', async () => {
    const whole = build(setPages(TITLE, TEXT))
    const { records, skipped } = await extract(name, whole.subarray(0, 300))
    expect(records).toEqual([])
    expect(skipped).toMatch(/损坏/)
  })
})

describe('PDF', () => {
  it('that asks for a password is skipped and says so', async () => {
    const encrypted = pdfFile(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 0/Kids[]>>'])
      .toString('latin1')
      .replace(
        '/Root 1 0 R',
        `/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -44/O<${'1f'.repeat(32)}>/U<${'2e'.repeat(32)}>>>`,
      )
    expect((await extract('a.pdf', Buffer.from(encrypted, 'latin1'))).skipped).toContain('密码')
  })
})

describe('DOCX', () => {
  it('gives headings, paragraphs and rows, and its metadata table', async () => {
    const bytes = docxOf([
      {
        rows: [
          ['索引号', '482915607/2018-00077', '文　　号', ''],
          ['发布机构', '青梧区人民政府', '公开方式', '主动公开'],
        ],
      },
      { heading: 1, text: TITLE },
      TEXT[0]!,
      { heading: 2, text: '一、落实责任' },
      {
        rows: [
          ['街道', '古树', '名木'],
          ['桐花街道', '', '17'],
          ['梧叶街道', '5', ''],
        ],
      },
    ])
    const { records } = await extract('a.docx', bytes)
    expect(records[0]).toMatchObject({
      fields: { index_number: ['482915607/2018-00077'], issuer: ['青梧区人民政府'], visibility: ['主动公开'] },
      paragraphs: [TITLE, TEXT[0], '一、落实责任', '街道　古树　名木', '桐花街道　　17', '梧叶街道　5'],
      headings: [
        { paragraph: 0, level: 1 },
        { paragraph: 2, level: 2 },
      ],
    })
  })

  it('is known by what it is, whatever it is called', async () => {
    for (const name of ['a.doc', 'a.txt', 'a.zip', 'a'])
      expect((await extract(name, docxOf(['正文一段。']))).records[0]!.paragraphs).toEqual(['正文一段。'])
  })

  it('with entities, or with more in it than it says, is refused', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "哈哈"><!ENTITY c "&b;&b;&b;">]><w:document>&c;</w:document>'
    expect((await extract('a.docx', zipOf({ 'word/document.xml': bomb }))).skipped).toContain('实体')
    const lie = zipOf([{ name: 'word/document.xml', data: '<w:document/>'.repeat(1000), statedSize: 10 }])
    expect((await extract('a.docx', lie)).skipped).toMatch(/长|损坏/)
    const zeros = zipOf({ 'word/document.xml': Buffer.alloc(30_000_000) })
    expect((await extract('a.docx', zeros)).skipped).toContain('倍')
  })
})

describe('DOC', () => {
  const notice = readFileSync(new URL('../testing/files/notice.doc', import.meta.url))

  it('gives paragraphs, rows and its metadata table', async () => {
    const { records } = await extract('a.doc', notice)
    expect(records[0]!.fields).toEqual({
      index_number: ['482915607/2019-00301'],
      issuer: ['青梧区人民政府办公室'],
      doc_number: ['青政办发〔2019〕31号'],
      written: ['2019年5月6日'],
    })
    expect(records[0]!.paragraphs).toHaveLength(11)
    expect(gathered(records[0]!.paragraphs)).toContain('河道　责任街道桐花渠　桐花街道二、经费')
  })

  it('gives its endnotes', async () => {
    const noted = Buffer.from(notice)
    // The header of the document says how many characters belong to which part of it.
    const header = noted.subarray(noted.indexOf(Buffer.from([0xec, 0xa5])))
    const last = '2019年5月6日'.length + 1
    header.writeUInt32LE(header.readUInt32LE(0x4c) - last, 0x4c)
    header.writeUInt32LE(last, 0x60)
    const shown = (await extract('a.doc', notice)).records[0]!.paragraphs
    expect((await extract('a.doc', noted)).records[0]!.paragraphs).toEqual(shown)
  })

  it('gives no hidden text', async () => {
    const hidden = Buffer.from(notice)
    // The page of its character properties: the text is two runs, the second of which has none of its own.
    const page = hidden.subarray(8192, 8192 + 512)
    expect([page.readUInt32LE(0), page.readUInt32LE(4), page.readUInt32LE(8), page[13], page[511]]).toEqual([
      ...[2048, 2094, 2606, 0, 2],
    ])
    const lastLine = '2019年5月6日'.length * 2 + 2
    page.writeUInt32LE(2606 - lastLine, 4)
    page[13] = 480 / 2
    Buffer.from([3, 0x3c, 0x08, 1]).copy(page, 480)
    const shown = (await extract('a.doc', notice)).records[0]!.paragraphs
    expect((await extract('a.doc', hidden)).records[0]!.paragraphs).toEqual(shown.slice(0, -1))
    page[483] = 0
    expect((await extract('a.doc', hidden)).records[0]!.paragraphs).toEqual(shown)
  })

  it('is skipped when it is cut off, and read as a page when it is one', async () => {
    expect((await extract('a.doc', notice.subarray(0, 3000))).skipped).toContain('损坏')
    const page = Buffer.from(
      '<html><body><article><p>存成 DOC 的网页，正文在此，共有二十个字以上。</p></article></body></html>',
    )
    expect((await extract('a.doc', page)).records[0]!.paragraphs).toEqual([
      '存成 DOC 的网页，正文在此，共有二十个字以上。',
    ])
  })

  it('is not any file of the same container', async () => {
    expect((await extract('a.xls', notice)).skipped).toContain('不是可读取的格式')
  })
})

describe('XLSX', () => {
  it('is a list of records below a row of headings, through all sheets', async () => {
    const bytes = xlsxOf({
      通知: [
        ['区政府文件'],
        ['标题', '发布机构', '正文'],
        ['甲', '区水务局', '甲的正文'],
        [],
        ['乙', '区民政局', '乙的正文'],
      ],
      公告: [
        ['标题', '正文'],
        ['丙', '丙的正文'],
      ],
    })
    const { records } = await extract('a.xlsx', bytes)
    expect(records.map(({ position, fields, paragraphs }) => [position, fields.title?.[0], paragraphs])).toEqual([
      [1, '甲', ['甲的正文']],
      [3, '乙', ['乙的正文']],
      [4, '丙', ['丙的正文']],
    ])
  })

  it('names the sheets that give no records, and is silent about empty ones', async () => {
    const bytes = xlsxOf({
      通知: [
        ['标题', '正文'],
        ['甲', '甲的正文'],
      ],
      目录: [
        ['标题', '文号'],
        ['乙', '青政发〔2018〕1号'],
      ],
      说明: [['本表由青梧区政府办公室填报。']],
      空表: [[]],
      公告: [
        ['标题', '正文'],
        ['丙', '丙的正文'],
      ],
    })
    const { records, skipped, rejected, notes } = await extract('a.xlsx', bytes)
    expect(records.map(({ position, fields }) => [position, fields.title?.[0]])).toEqual([
      [1, '甲'],
      [3, '丙'],
    ])
    expect([skipped, rejected]).toEqual([null, []])
    expect(notes).toEqual([
      { record: null, message: expect.stringMatching(/“目录”.*没有正文一栏/) },
      { record: null, message: expect.stringMatching(/“说明”.*没有表头/) },
    ])
  })

  it('names every sheet where none gives records', async () => {
    const lists = xlsxOf({ 甲表: [['标题', '文号'], ['甲']], 乙表: [['标题', '正文']], 空表: [] })
    const { records, skipped } = await extract('a.xlsx', lists)
    expect(records).toEqual([])
    expect(skipped).toMatch(/“甲表”.*没有正文一栏.*；.*“乙表”.*只有表头/)
  })

  it('is a text without such a row, and no record with a list that holds no text', async () => {
    const far =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    expect((await extract('a.xlsx', xlsxOf({ 表: [['标题', '正文']] }, far))).skipped).toContain('范围过大')
    const plain = await extract('a.xlsx', xlsxOf({ 预算: [['2018年部门预算表'], ['科目', '金额'], ['养护费', 37.8]] }))
    expect(plain.records[0]!.paragraphs).toEqual(['2018年部门预算表', '科目　金额', '养护费　37.8'])
    const list = await extract(
      'a.xlsx',
      xlsxOf({
        目录: [
          ['标题', '文号'],
          ['甲', '青政发〔2018〕1号'],
        ],
      }),
    )
    expect(list.skipped).toContain('没有正文一栏')
  })
})
