import type { Line } from './line.js'

/** — 1 —, - 1 -, 1, 1 / 12, 第 1 页, 第1页 共12页. */
const PAGE_NUMBER =
  /^(?:[—–\-－·•~―\s]*\d{1,4}[—–\-－·•~―\s]*|\d{1,4}\s*\/\s*\d{1,4}|第?\s*[\d一二三四五六七八九十百]{1,4}\s*页[\s，,/]*(?:共\s*[\d一二三四五六七八九十百]{1,4}\s*页)?)$/
/** So many lines at either end of a page can be a running head. */
const EDGE_LINES = 2
/** A running head stands on at least so many pages, and on this share of them. */
const MIN_PAGES = 3
const MIN_SHARE = 0.5
/** It is set apart from the text by more than a line, or by being smaller than it. */
const APART = 1.3
const SMALLER = 0.9

/**
 * Leaves out page numbers, and what stands apart at the edge of most pages and says the same on each but for its
 * digits.
 */
export function withoutRunningHeads(pages: readonly Line[][]): Line[][] {
  const leading = usualLeading(pages)
  const size = usualSize(pages)
  const candidates = pages.map((page) =>
    [...apart(page, leading), ...apart(page.toReversed(), leading)]
      // On two pages the heading row of a table may stand twice: there only what is small is surely none.
      .filter((line) => pages.length > 2 || line.size < size * SMALLER),
  )
  const counts = new Map<string, number>()
  for (const page of candidates) for (const key of new Set(page.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1)
  const enough = pages.length === 2 ? 2 : Math.max(MIN_PAGES, pages.length * MIN_SHARE)
  return pages.map((page, index) => {
    const edge = new Set([...page.slice(0, EDGE_LINES), ...page.slice(-EDGE_LINES)])
    const heads = new Set(candidates[index]!.filter((line) => (counts.get(keyOf(line)) ?? 0) >= enough))
    return page.filter((line) => !heads.has(line) && !(edge.has(line) && PAGE_NUMBER.test(line.text)))
  })
}

/** The lines at the beginning of a page, or its end when it is given reversed, up to the gap before the text. */
function apart(page: readonly Line[], leading: number): Line[] {
  for (let count = EDGE_LINES; count >= 1; count--) {
    const [last, next] = [page[count - 1], page[count]]
    if (!last || !next) continue
    const isApart = Math.abs(next.y - last.y) > leading * APART || last.size < next.size * SMALLER
    if (isApart) return page.slice(0, count)
  }
  return []
}

function usualLeading(pages: readonly Line[][]): number {
  const gaps = pages.flatMap((page) => page.slice(1).map((line, index) => line.y - page[index]!.y))
  return gaps.sort((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? 0
}

/** The size of most characters. */
function usualSize(pages: readonly Line[][]): number {
  const counts = new Map<number, number>()
  for (const { size, text } of pages.flat()) counts.set(size, (counts.get(size) ?? 0) + text.length)
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0
}

/** Equal for lines that say the same at about the same height, whatever page they count. */
const keyOf = ({ text, y, size }: Line): string => `${text.replace(/\d+/g, '#')} ${Math.round(y / (size * 2))}`
