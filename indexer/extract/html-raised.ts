import type { CheerioAPI } from 'cheerio/slim'

const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-−'].map((one, index) => [one, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻'[index]!]),
)
const LONGEST = 4

/**
 * Writes what is raised behind a digit in raised characters: without mark-up 10³ would be 103, and a note behind a figure
 * part of it. The readings of characters (`ruby`) are no part of the text between them.
 */
export function writeRaised(page: CheerioAPI): void {
  page('rt, rp').remove()
  page('sup').each((_, element) => {
    const before = element.prev?.type === 'text' ? element.prev.data : ''
    const raised = raisedBehind(before, page(element).text())
    if (raised !== null) page(element).replaceWith(raised)
  })
}

/** What is raised, in raised characters, where it stands behind a digit and there are such; else null. */
export function raisedBehind(before: string, words: string): string | null {
  const raised = [...words.trim()].map((one) => RAISED[one])
  const isRaised = raised.length > 0 && raised.length <= LONGEST && !raised.includes(undefined)
  return isRaised && /\d\s?$/.test(before) ? raised.join('') : null
}
