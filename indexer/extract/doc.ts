import type { ExtraLabels } from '../labels.js'
import type { FileContent } from '../record.js'
import { text } from '../text.zh.js'
import { addParagraphs, emptyRecord } from './fields.js'
import { takeHead } from './head-pairs.js'
import { withoutHidden } from './hidden-doc.js'
import { one, skip } from './outcome.js'
import { letterheadIn, putLetterhead } from './word/letterhead.js'

/** Ends of paragraphs, of lines within one, of pages and columns. */
const BREAKS = /[\n\r\v\f\x0e]/
/** Marks of fields, pictures and notes that the text carries. */
const MARKS = /[\0-\x08\x13-\x1f\ufffc]/g

/** Reads the text of a Word 97–2003 document, a paragraph a line, a row of a table a line. */
export async function extractDoc(bytes: Buffer, extra?: ExtraLabels): Promise<FileContent> {
  const { default: WordExtractor } = await import('word-extractor')
  const found = await new WordExtractor().extract(withoutHidden(bytes)).catch(() => null)
  // The library fails on what is no Word document, and on one that is cut off, without telling which.
  if (found === null) return skip(text.skipped.broken(text.kinds.doc))
  const record = emptyRecord(null)
  const boxes = found.getTextboxes({ includeHeadersAndFooters: false })
  for (const part of [found.getBody(), boxes, found.getFootnotes(), found.getEndnotes()])
    addParagraphs(record, part.split(BREAKS).map(lineOf))
  putLetterhead(record, letterheadIn(found.getHeaders({ includeFooters: true }).split(BREAKS).map(lineOf)))
  if (record.paragraphs.length === 0) return skip(text.skipped.noWords(text.kinds.doc))
  takeHead(record, extra)
  return one(record)
}

/** Cells are set apart as in other formats, so that empty ones leave no trace. */
function lineOf(line: string): string {
  const cells = line.replace(MARKS, '').split('\t')
  return cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join('\u3000')
}
