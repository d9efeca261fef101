import { parseDate } from '../contract/dates.js'
import { isBodyLine } from './body-line.js'
import { isPost, speakerIn } from './speaker.js'

/** Dates without a signature above them are looked for among so many last lines. */
const TAIL_LINES = 4
const LONGEST_DATE = 20
/** Body and date on one line, set apart by a gap. */
const SIGNED = /^(.{2,40}?)\s+(\S{8,12})$/

/**
 * The date of a signature: the first line that is a date and nothing else below a body's name or a signatory, since
 * attachments with dates of their own may follow; else such a line among the last ones.
 */
export function signatureDate(paragraphs: readonly string[]): string | null {
  for (const [index, line] of paragraphs.entries()) {
    const date = signedOnOneLine(line) ?? (index > 0 && isSignatory(paragraphs[index - 1]!) ? dayIn(line) : null)
    if (date !== null) return date
  }
  for (const line of paragraphs.slice(-TAIL_LINES).reverse()) {
    const date = dayIn(line)
    if (date !== null) return date
  }
  return null
}

function dayIn(line: string): string | null {
  const date = line.length <= LONGEST_DATE ? parseDate(line) : null
  return date?.length === 10 ? date : null
}

const isSignatory = (line: string): boolean =>
  isBodyLine(line) || (line.length <= 30 && (isPost(line) || speakerIn(line) !== null))

function signedOnOneLine(line: string): string | null {
  const [, body, date] = (line.length <= 60 && SIGNED.exec(line.trim())) || []
  return body !== undefined && isBodyLine(body) ? dayIn(date!) : null
}
