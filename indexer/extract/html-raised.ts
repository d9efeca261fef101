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
    const raised = [...page(element).text().trim()].map((one) => RAISED[one])
    if (raised.length === 0 || raised.length > LONGEST || raised.includes(undefined)) return
    const before = element.prev?.type === 'text' ? element.prev.data : ''
    if (/\d\s?$/.test(before)) page(element).replaceWith(raised.join(''))
  })
}
