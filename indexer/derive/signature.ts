import { parseDate } from '../contract/dates.js'

/** Signature lines are looked for among so many last ones. */
const TAIL_LINES = 4

/** The date of a signature at the end: a line that is a date and nothing else. */
export function signatureDate(paragraphs: readonly string[]): string | null {
  for (const line of paragraphs.slice(-TAIL_LINES).reverse()) {
    const date = line.length <= 20 ? parseDate(line) : null
    if (date?.length === 10) return date
  }
  return null
}
