import { describe, expect, it } from 'vitest'
import { extractFile } from '../index.js'
import { pdfFile } from '../../testing/files/printed.js'
import { emptyRecord } from '../fields.js'
import { restriction } from '../../visibility.js'
import { noteOblique, uprightLines, type TurnedFragment } from './upright.js'

const SIZE = 16
/** A line of text that runs in a direction, from a place on. */
const piece = (text: string, x: number, y: number, angle = 0): TurnedFragment => ({
  text,
  x,
  y,
  width: text.length * SIZE,
  size: SIZE,
  angle,
})
const textOf = (fragments: TurnedFragment[]): string[] => uprightLines(fragments, 1).lines.map(({ text }) => text)

const TEXT = [piece('各镇要明确专人负责，', 80, 100), piece('严格执行基本建设程序。', 80, 128)]

describe('text that does not run from left to right', () => {
  it('is no part of the lines that it runs across', () => {
    // As a browser prints a watermark: a character at a time.
    const mark = [...'区政府内网下载'].map((one, index) => piece(one, 150 + index * 12, 130 - index * 7, -30))
    expect(uprightLines([...TEXT, ...mark], 1)).toMatchObject({
      lines: [{ text: '各镇要明确专人负责，' }, { text: '严格执行基本建设程序。' }],
      oblique: '区政府内网下载',
    })
  })

  it('is read in its own direction, below what stands upright', () => {
    const lines = ['附件：各镇供水工程', '新桥镇一处工程']
    const right = lines.map((one, index) => piece(one, 400 - index * 24, 90, 90))
    const left = lines.map((one, index) => piece(one, 100 + index * 24, 700, -90))
    const down = lines.map((one, index) => piece(one, 500, 700 - index * 24, 180))
    for (const turned of [right, left, down]) {
      expect(textOf(turned)).toEqual(lines)
      expect(textOf([...turned, ...TEXT])).toEqual([...TEXT.map(({ text }) => text), ...lines])
    }
  })

  it('may lie askew, as a scanned page does', () => {
    expect(textOf(TEXT.map((one) => ({ ...one, angle: 1.4 })))).toEqual(TEXT.map(({ text }) => text))
  })

  it('keeps the document back where it says that this is not for the public', () => {
    const noted = (said: string): string | null => {
      const record = emptyRecord(null)
      noteOblique(record, new Set([said]))
      expect(record.unreadable[0]).toContain('水印')
      return restriction(record)
    }
    expect(noted('内部资料 严禁外传')).toContain('内部资料')
    expect(noted('机密')).toContain('机密')
    expect(noted('青梧区人民政府')).toBeNull()
  })
})

it('reads a PDF whose pages are turned', async () => {
  const said = ['Annual report of the district', 'for the year 2021, part one'].map(
    (line, index) => `BT /F1 16 Tf 0 1 -1 0 ${100 + index * 24} 80 Tm (${line}) Tj ET`,
  )
  const content = said.join('\n')
  const file = pdfFile([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/Rotate 90/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ])
  const { records } = await extractFile('a.pdf', file, null)
  expect(records[0]?.paragraphs.join(' ')).toBe('Annual report of the district for the year 2021, part one')
})
