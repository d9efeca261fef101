import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { gb18030 } from '../../e2e/support/gb18030.js'
import { recordText } from '../../e2e/support/record.js'
import { docxOf, xlsxOf } from './files/office.js'
import { ofdOf, pdfFile, pdfOf, setPages } from './files/printed.js'
import { tarOf, tgzOf } from './files/tar.js'
import { zipOf } from './files/zip.js'

/** A file that something is wrong with: its bytes are made when they are asked for, since some are large. */
export interface MalformedFile {
  /** What is wrong, for people. */
  what: string
  ending: string
  bytes: () => Buffer
}

const TEXT = [
  '各街道办事处：',
  '一、总的要求',
  '为做好防汛工作，各单位应当落实责任，按时巡查。',
  '青梧区人民政府',
  '2020年6月1日',
]
const RECORD = recordText({ index: '482915607/2020-00011', title: '青梧区关于防汛工作的通知', text: TEXT })
const PAGE = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>通知</title></head><body><table><tr><td>索引号</td><td>482915607/2020-00011</td></tr></table><div id="zoom">${TEXT.map((line) => `<p>${line}</p>`).join('')}</div></body></html>`
const OBJECT = JSON.stringify({
  title: '关于防汛工作的通知',
  body: TEXT.join('\n'),
  identifier: '482915607/2020-00011',
})

/** Whole files of every format. */
const WHOLE: Record<string, () => Buffer> = {
  txt: () => Buffer.from(RECORD),
  html: () => Buffer.from(PAGE),
  md: () =>
    Buffer.from(`---\ntitle: 通知\nissuer: 区政府\n---\n# 通知\n\n**一、要求**\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n`),
  json: () => Buffer.from(`[${OBJECT},${OBJECT}]`),
  jsonl: () => Buffer.from(`${OBJECT}\n${OBJECT}\n`),
  csv: () => Buffer.from(`标题,正文\n"甲","${TEXT.join('\n')}"\n`),
  pdf: () => pdfOf(setPages('青梧区关于防汛工作的通知', TEXT)),
  docx: () =>
    docxOf([
      {
        rows: [
          ['索引号', '1'],
          ['文号', '2'],
        ],
      },
      { heading: 1, text: '通知' },
      ...TEXT,
    ]),
  doc: () => readFileSync(new URL('./files/notice.doc', import.meta.url)),
  ofd: () => ofdOf(setPages('青梧区关于防汛工作的通知', TEXT)),
  xlsx: () =>
    xlsxOf({
      表: [
        ['标题', '正文'],
        ['甲', TEXT.join('\n')],
      ],
    }),
  zip: () => zipOf({ '甲.txt': RECORD, '乙.html': PAGE }),
  tar: () => tarOf([{ name: '甲.txt', data: RECORD }]),
  tgz: () => tgzOf([{ name: '甲.txt', data: RECORD }]),
}
const ENDINGS = Object.keys(WHOLE)
const ending = fc.constantFrom(...ENDINGS)

/** Where, as a share of the length, and what. */
const place = fc.double({ min: 0, max: 1, noNaN: true })
const damage: fc.Arbitrary<(bytes: Buffer) => Buffer> = fc.oneof(
  place.map((share) => (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * share))),
  place.map((share) => (bytes: Buffer) => bytes.subarray(Math.floor(bytes.length * share))),
  fc.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 40 })).map(([share, noise]) => (bytes: Buffer) => {
    const at = Math.floor(bytes.length * share)
    return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)])
  }),
  fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 20 }).map((changes) => (bytes: Buffer) => {
    const changed = Buffer.from(bytes)
    for (const [share, value] of changes)
      if (changed.length > 0) changed[Math.floor((changed.length - 1) * share)] = value
    return changed
  }),
  fc.nat(6).map((times) => (bytes: Buffer) => Buffer.concat(Array.from({ length: times }, () => bytes))),
)

const damaged = fc.tuple(ending, fc.array(damage, { minLength: 1, maxLength: 3 })).map(([kind, damages]) => ({
  what: `damaged ${kind}`,
  ending: kind,
  bytes: () => damages.reduce((bytes, one) => one(bytes), WHOLE[kind]!()),
}))

const misnamed = fc.tuple(ending, ending).map(([kind, other]) => ({
  what: `${kind} called ${other}`,
  ending: other,
  bytes: () => WHOLE[kind]!(),
}))

const ENCODERS: Record<string, (text: string) => Buffer> = {
  'utf-8': (text) => Buffer.from(text),
  gb18030: (text) => Buffer.from(gb18030(text)),
  'utf-16le': (text) => Buffer.from(text, 'utf16le'),
  'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16(),
  latin1: (text) => Buffer.from(text, 'latin1'),
}
const encoded = fc
  .tuple(
    fc.constantFrom(...Object.keys(ENCODERS)),
    fc.constantFrom('gb2312', 'big5', 'utf-16', 'x-none', 'utf-8'),
    ending,
  )
  .map(([encoding, declared, kind]) => ({
    what: `${encoding} that says ${declared}`,
    ending: kind,
    bytes: () => ENCODERS[encoding]!(PAGE.replace('charset="utf-8"', `charset="${declared}"`)),
  }))

const noise = fc.tuple(ending, fc.uint8Array({ maxLength: 4000 })).map(([kind, bytes]) => ({
  what: `noise called ${kind}`,
  ending: kind,
  bytes: () => Buffer.from(bytes),
}))

/** Archives in archives, deeper than is read. */
const nested = fc.tuple(fc.integer({ min: 1, max: 8 }), ending).map(([depth, kind]) => ({
  what: `archive ${depth} deep`,
  ending: 'zip',
  bytes: () => {
    let inner = WHOLE[kind]!()
    let name = `文.${kind}`
    for (let level = 1; level < depth; level++) {
      inner = level % 2 === 0 ? zipOf({ [name]: inner }) : tgzOf([{ name, data: inner }])
      name = level % 2 === 0 ? '内.zip' : '内.tgz'
    }
    return zipOf({ [name]: inner })
  },
}))

const leading = fc.constantFrom('../', '/', '..\\', 'C:\\', 'a/../../', './../', '//host/', '~/')
const traversal = fc.tuple(fc.array(leading, { minLength: 1, maxLength: 5 }), fc.boolean()).map(([starts, isTar]) => ({
  what: 'names that lead out',
  ending: isTar ? 'tar' : 'zip',
  bytes: () => {
    const files = starts.map((start, index) => ({ name: `${start}escaped-${index}.txt`, data: RECORD }))
    return isTar ? tarOf(files) : zipOf(files)
  },
}))

const entities = fc
  .tuple(fc.integer({ min: 2, max: 12 }), fc.constantFrom('html', 'xml', 'docx', 'ofd', 'xlsx'))
  .map(([levels, kind]) => {
    const lines = Array.from({ length: levels }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`)
    const xml = `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "哈">${lines.join('')}]><html><body>&e${levels};</body></html>`
    const parts: Record<string, string> = { docx: 'word/document.xml', ofd: 'OFD.xml', xlsx: 'xl/workbook.xml' }
    const part = parts[kind]
    return {
      what: 'entities of entities',
      ending: kind,
      bytes: () => (part === undefined ? Buffer.from(xml) : zipOf({ [part]: xml })),
    }
  })

/** What is unpacked is `size` long. */
const bombs = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom('zip', 'tgz', 'docx', 'xlsx', 'ofd'))
  .map(([megabytes, kind]) => ({
    what: 'much out of little',
    ending: kind,
    bytes: () => {
      const zeros = Buffer.alloc(megabytes * 1_000_000, '0')
      if (kind === 'tgz') return tgzOf([{ name: 'a.txt', data: zeros }])
      const part = { zip: 'a.txt', docx: 'word/document.xml', xlsx: 'xl/workbook.xml', ofd: 'OFD.xml' }[kind]!
      return zipOf([{ name: part, data: zeros }])
    },
  }))

/** Texts that cost their readers more the longer they are. */
const COSTLY: Record<string, (count: number) => [ending: string, text: string]> = {
  tags: (count) => ['html', '<div>'.repeat(count)],
  rows: (count) => ['html', `<table>${'<tr><td>文号<td>'.repeat(count)}`],
  lists: (count) => ['html', '<ol><li>一'.repeat(count)],
  brackets: (count) => ['json', '['.repeat(count)],
  objects: (count) => ['json', '{"a":'.repeat(count)],
  images: (count) => ['md', '!['.repeat(count)],
  links: (count) => ['md', '[a]('.repeat(count)],
  stars: (count) => ['md', '*a'.repeat(count)],
  comments: (count) => ['md', '<!--'.repeat(count)],
  quotes: (count) => ['csv', `标题,正文\n${'"'.repeat(count)}`],
  commas: (count) => ['csv', `标题,正文\n${','.repeat(count)}`],
  labels: (count) => ['txt', `${'文号：'.repeat(count)}\n`],
  bars: (count) => ['txt', `文号: |${' | 名称: |'.repeat(count)}\n正文`],
  dates: (count) => ['txt', '2020年1月'.repeat(count)],
  names: (count) => ['txt', '《'.repeat(count)],
  titles: (count) => ['html', `<title>${'关于'.repeat(count)}</title><p>正文`],
  closings: (count) => ['md', `甲${')'.repeat(count)}乙\n\n正文`],
  hashes: (count) => ['md', `# 甲${'\t'.repeat(count)}乙\n\n正文`],
  starts: (count) => ['json', JSON.stringify({ title: '通知', text: `甲${'<'.repeat(count)}乙` })],
  lines: (count) => ['html', `<div>${'甲乙<br>'.repeat(count)}</div>`],
  indents: (count) => ['txt', `关于测试的通知\n\n正文${'\u3000'.repeat(count)}内容\n`],
  spaces: (count) => ['txt', `通知${' '.repeat(count)}。`],
  breaks: (count) => ['txt', '\r'.repeat(count)],
  aliases: (count) => ['md', `---\na: &a [x]\n${'b: [*a, *a, *a]\n'.repeat(Math.min(count, 150))}---\n文`],
  pages: (count) => [
    'pdf',
    pdfFile(['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Count ${count}/Kids[2 0 R]>>`]).toString('latin1'),
  ],
  cells: (count) => ['csv', `${'标题,'.repeat(count)}正文\n`],
}
const costly = fc
  .tuple(fc.constantFrom(...Object.keys(COSTLY)), fc.integer({ min: 100, max: 200_000 }))
  .map(([kind, count]) => ({
    what: `costly ${kind}`,
    ending: COSTLY[kind]!(1)[0],
    bytes: () => Buffer.from(COSTLY[kind]!(count)[1]),
  }))

/** A sheet whose one cell claims the far corner, and rows without end. */
const sheets = fc.constantFrom('XFD1048576', 'A1048576', 'ZZZZZZ99999999', 'A0').map((cell) => ({
  what: 'a cell far away',
  ending: 'xlsx',
  bytes: () => {
    // Built anew with the cell moved.
    const sheet = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:${cell}"/><sheetData><row r="1"><c r="${cell}"><v>1</v></c></row></sheetData></worksheet>`
    return xlsxOf({ 表: [['标题', '正文']] }, sheet)
  },
}))

const longLine = (maxMegabytes: number): fc.Arbitrary<MalformedFile> =>
  fc
    .tuple(
      fc.double({ min: 4, max: Math.log10(maxMegabytes) + 6, noNaN: true }),
      fc.constantFrom('txt', 'md', 'html', 'json', 'csv', 'jsonl'),
    )
    .map(([power, kind]) => ({
      what: 'one long line',
      ending: kind,
      bytes: () => Buffer.alloc(Math.floor(10 ** power), '青梧区防汛工作，'),
    }))

/** Files that something is wrong with, of every kind; lines are up to so many megabytes long. */
export function malformedFiles(maxMegabytes: number): fc.Arbitrary<MalformedFile> {
  return fc.oneof(
    { weight: 40, arbitrary: damaged },
    { weight: 8, arbitrary: misnamed },
    { weight: 8, arbitrary: encoded },
    { weight: 8, arbitrary: noise },
    { weight: 6, arbitrary: nested },
    { weight: 6, arbitrary: traversal },
    { weight: 5, arbitrary: entities },
    { weight: 3, arbitrary: bombs },
    { weight: 10, arbitrary: costly },
    { weight: 1, arbitrary: sheets },
    { weight: 3, arbitrary: longLine(maxMegabytes) },
  )
}
