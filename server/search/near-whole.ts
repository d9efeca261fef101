/** A run of fewer characters stands in many texts by chance. */
const LEAST_RUN = 8
/** Whoever quotes from memory has most of it right. */
const LEAST_SHARE = 0.6
/** Longer than this are pasted texts. */
const LONGEST = 80
/** Every run of `LEAST_RUN` characters has a piece of `PIECE` that begins at a multiple of `STEP`. */
const [PIECE, STEP] = [5, 4]

const SIGNS = /[^\p{L}\p{N}]+/gu

/**
 * How much of a normalised query stands in a text as one run, signs aside, from 0 to 1; 0 where that is little. A quotation
 * from memory is seldom right to the last word, and has no commas.
 */
export function nearWhole(said: string, quoted: string): number {
  const query = quoted.replace(SIGNS, '')
  if (query.length < LEAST_RUN || query.length > LONGEST) return 0
  const text = said.replace(SIGNS, '')
  let longest = 0
  for (let start = 0; start + PIECE <= query.length; start += STEP) {
    let at = text.indexOf(query.slice(start, start + PIECE))
    while (at >= 0) {
      longest = Math.max(longest, runAt(text, at, query, start))
      at = text.indexOf(query.slice(start, start + PIECE), at + 1)
    }
  }
  return longest >= LEAST_RUN && longest >= LEAST_SHARE * query.length ? longest / query.length : 0
}

/** Length of the run that two strings have in common round one place in each. */
function runAt(text: string, at: number, query: string, start: number): number {
  let [before, after] = [0, 0]
  while (before < at && before < start && text[at - before - 1] === query[start - before - 1]) before++
  while (at + after < text.length && start + after < query.length && text[at + after] === query[start + after]) after++
  return before + after
}
