import type { ExtraLabels } from '../labels.js'
import type { ExtractedRecord } from '../record.js'
import { text } from '../text.zh.js'
import { emptyRecord, isBlank, setByLabel } from './fields.js'
import { splitFrontMatter } from './front-matter.js'
import { takeHead } from './head-pairs.js'
import { cleanInline, readLine, tableCells } from './markdown-line.js'
import { isBareHeading } from './markdown-table.js'
import { readNestedVisibility } from './nested-visibility.js'
import { unwrapped } from './wrapped-lines.js'

/** A line wholly in bold is a heading only if it is as short as one. */
const MAX_BOLD_HEADING = 60
/** Nobody sets marks in a line of this length; looking for them would take time with its square. */
const MAX_MARKED = 100_000
/** Bold says that a line is a heading but not of which level: below all that # can say. */
export const BOLD_LEVEL = 7

/**
 * Reads Markdown, or plain text (`marks` false: nothing but front matter is interpreted). Each line is a paragraph;
 * the marks do not appear in it, nor do comments. Headings are # lines and short lines wholly in bold.
 */
export function extractMarkdown(content: string, marks: boolean, extra?: ExtraLabels): ExtractedRecord {
  const record = emptyRecord(null)
  const matter = splitFrontMatter(content)
  for (const [key, values] of matter?.values ?? []) setByLabel(record, key, values, text.from.frontMatter(key), extra)
  for (const value of Object.values(matter?.data ?? {})) readNestedVisibility(record, value, extra)
  const body = matter?.rest ?? content
  const lines = marks ? withoutComments(body).split('\n') : unwrapped(body.split('\n'))
  for (const [at, line] of lines.entries()) {
    if (marks && isBareHeading(lines, at, extra)) continue
    if (!marks || line.length > MAX_MARKED) pushPlain(record, line)
    else if (tableCells(line) !== null) pushTableRow(record, line)
    else pushMarkdown(record, line)
  }
  takeHead(record, extra)
  return record
}

/** One comment that is never closed would swallow the rest of the file: only its mark goes. */
function withoutComments(body: string): string {
  let kept = ''
  let at = 0
  for (;;) {
    const start = body.indexOf('<!--', at)
    const end = start < 0 ? -1 : body.indexOf('-->', start + 4)
    if (end < 0) return kept + body.slice(at).replaceAll('<!--', '')
    kept += body.slice(at, start)
    at = end + 3
  }
}

function pushPlain(record: ExtractedRecord, line: string): void {
  if (!isBlank(line)) record.paragraphs.push(line.trim())
}

function pushTableRow(record: ExtractedRecord, line: string): void {
  // An ideographic space sets the cells apart without adding a character that search would see.
  pushPlain(
    record,
    tableCells(line)!
      .map((cell) => cleanInline(cell).replace(/\s*\n\s*/g, ' '))
      .filter((cell) => cell !== '')
      .join('　'),
  )
}

function pushMarkdown(record: ExtractedRecord, line: string): void {
  const { level, bold, content } = readLine(line)
  for (const part of cleanInline(content).split('\n')) {
    if (isBlank(part)) continue
    const paragraph = record.paragraphs.push(part.trim()) - 1
    if (level !== null) record.headings.push({ paragraph, level })
    else if (bold && part.trim().length <= MAX_BOLD_HEADING) record.headings.push({ paragraph, level: BOLD_LEVEL })
  }
}
