import { parseDocNumber } from '../contract/doc-number.js'
import { isAddressee } from './head-span.js'
import { readNumberLine } from './number-line.js'
import { endsLikeTitle } from './title-kind.js'

/** A longer line is no number that stands alone. */
const LONGEST = 40
/** A title may take so many lines above its number. */
const TITLE_LINES = 3

/**
 * The numbers of the documents that a text is made of, as an official gazette or a file in which a year's notices were
 * put together: each alone on its line, below a title and above whom it is addressed to. Empty for a text that is one.
 */
export function documentNumbersIn(paragraphs: readonly string[]): string[] {
  const numbers = new Set<string>()
  for (const [index, line] of paragraphs.entries()) {
    if (line.length > LONGEST || !/\d/.test(line)) continue
    const found = readNumberLine(line)
    if (found === null || found.title !== null || parseDocNumber(found.number) === null) continue
    const above = paragraphs.slice(Math.max(0, index - TITLE_LINES), index)
    // Of a single document the number may stand in a letterhead, of one that it passes on below its title.
    if (isAddressee(paragraphs[index + 1] ?? '') && above.some((one) => endsLikeTitle(one.trim())))
      numbers.add(found.number.replace(/\s/g, ''))
  }
  return numbers.size > 1 ? [...numbers] : []
}
