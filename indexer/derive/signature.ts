import { parseDate } from '../contract/dates.js'
import { isBodyLine } from './body-line.js'
import { bodyNamesIn, isSealLine } from './body-names.js'
import { isPost, speakerIn } from './speaker.js'

/** Dates without a signature above them are looked for among so many last lines. */
const TAIL_LINES = 4
const LONGEST_DATE = 20
/** With white space between its characters. */
const LONGEST_SPREAD = 60
/** Body and date on one line, set apart by a gap. */
const SIGNED = /^(.{2,40}?)\s+(\S{8,12})$/
/** Attachments begin there, which others may have signed. */
const ATTACHMENT = /^附\s*[件表录]\s*(?:[\d０-９一二三四五六七八九十]{1,3})?\s*[:：]?$/
/** So many bodies may sign together, a line each. */
const MOST_SIGNERS = 20

/**
 * The date of a signature: the first line that is a date and nothing else below a body's name or a signatory, since
 * attachments with dates of their own may follow; else such a line among the last ones.
 */
export function signatureDate(paragraphs: readonly string[]): string | null {
  for (const [index, line] of paragraphs.entries()) {
    const date = signedOnOneLine(line)?.date ?? (index > 0 && isSignatory(paragraphs[index - 1]!) ? dayIn(line) : null)
    if (date !== null) return date
  }
  for (const line of paragraphs.slice(-TAIL_LINES).reverse()) {
    const date = dayIn(line)
    if (date !== null) return date
  }
  return null
}

/**
 * The bodies of each signature below line `start` and above the attachments, in order: whose names stand above a date.
 * A signature in which one body is not named in full has none.
 */
export function signatures(paragraphs: readonly string[], start: number): string[][] {
  const found: string[][] = []
  for (let index = start; index < paragraphs.length; index++) {
    const line = paragraphs[index]!
    if (ATTACHMENT.test(line)) break
    const signed = signedOnOneLine(line)
    if (signed) found.push(bodyNamesIn(signed.body))
    else if (dayIn(line) !== null) {
      const signers = signersAbove(paragraphs, index, start)
      if (signers.length > 0) found.push(fullNames(signers))
    }
  }
  return found
}

function signersAbove(paragraphs: readonly string[], date: number, start: number): string[] {
  const signers: string[] = []
  for (let at = date - 1; at >= start && signers.length < MOST_SIGNERS; at--) {
    const line = paragraphs[at]!
    // It may stand between the body and the date.
    if (signers.length === 0 && isSealLine(line)) continue
    if (!isBodyLine(line.replace(/[（(][^（()）]{1,3}[）)]$/, ''))) break
    signers.unshift(line)
  }
  return signers
}

function fullNames(lines: readonly string[]): string[] {
  const names = lines.map(bodyNamesIn)
  return names.some((found) => found.length === 0) ? [] : [...new Set(names.flat())]
}

function dayIn(line: string): string | null {
  const length = line.length <= LONGEST_SPREAD ? line.replace(/\s/g, '').length : Infinity
  const date = length <= LONGEST_DATE ? parseDate(line) : null
  return date?.length === 10 ? date : null
}

const isSignatory = (line: string): boolean =>
  isBodyLine(line) || (line.length <= 30 && (isPost(line) || speakerIn(line) !== null))

function signedOnOneLine(line: string): { body: string; date: string } | null {
  const [, body, words] = (line.length <= 60 && SIGNED.exec(line.trim())) || []
  const date = body !== undefined && isBodyLine(body) ? dayIn(words!) : null
  return date === null ? null : { body: body!, date }
}
