import { labelMeaning, type ExtraLabels } from '../labels.js'
import type { FileContent } from '../record.js'
import { text } from '../text.zh.js'
import { isBlank } from './fields.js'
import { extractObject } from './json-record.js'

/**
 * Reads a table with a heading row (RFC 4180, comma, semicolon or tab), a record a row. Positions are row numbers
 * from 1, the heading row not counted. A table without a column of text is skipped: it lists records, it holds none.
 */
export function extractCsv(content: string, extra?: ExtraLabels): FileContent {
  const [head = '', rest] = splitOnce(content)
  const delimiter = ['\t', ',', ';'].reduce((best, one) =>
    head.split(one).length > head.split(best).length ? one : best,
  )
  const labels = parseRows(head, delimiter)[0] ?? []
  const meanings = labels.map((label) => labelMeaning(label, extra))
  if (!meanings.includes('body') && !meanings.includes('abstract'))
    return { records: [], skipped: text.skipped.noText(labels.join('、')), rejected: [] }
  const result: FileContent = { records: [], skipped: null, rejected: [] }
  parseRows(rest, delimiter).forEach((cells, index) => {
    if (cells.every(isBlank)) return
    if (cells.length > labels.length)
      result.rejected.push({ record: index + 1, field: null, reason: text.rejected.csv(labels.length, cells.length) })
    else
      result.records.push(
        extractObject(Object.fromEntries(cells.map((cell, column) => [labels[column]!, cell])), index + 1, extra),
      )
  })
  return result
}

function splitOnce(content: string): [string, string] {
  const start = content.search(/\S/)
  const end = content.indexOf('\n', Math.max(start, 0))
  return end < 0 ? [content, ''] : [content.slice(Math.max(start, 0), end), content.slice(end + 1)]
}

/** Cells may be quoted, a quote within them doubled, and then hold delimiters and line breaks. */
function parseRows(source: string, delimiter: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let index = 0; index < source.length; index++) {
    const character = source[index]!
    if (quoted && character === '"' && source[index + 1] === '"') cell += source[++index]!
    else if (character === '"' && (quoted || cell === '')) quoted = !quoted
    else if (!quoted && character === delimiter) cell = endCell()
    else if (!quoted && character === '\n') endRow()
    else cell += character
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows

  function endCell(): string {
    row.push(cell)
    return ''
  }
  function endRow(): void {
    cell = endCell()
    rows.push(row)
    row = []
  }
}
