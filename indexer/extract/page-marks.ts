import { isBlank } from './fields.js'

/** How typed pages end: — 3 —, 第 3 页, 第 3 页 共 8 页. */
const PAGE_NUMBER =
  /^\s*(?:[—―─–-]{1,2}\s*(\d{1,4})\s*[—―─–-]{1,2}|第\s*(\d{1,4})\s*页[\s,/]*(?:[(（]?\s*共\s*\d{1,4}\s*页\s*[)）]?)?)\s*$/
/** Longer lines are text, however much white space is in them. */
const LONGEST = 60
/** Fewer numbers may count something else; what stands beside fewer may do so by chance. */
const MIN_PAGES = 2
const MIN_HEADS = 3

/**
 * The lines of a text without what only its pages had: numbers that count up by one, with the empty lines around them,
 * and the words that stand right below or above most of these, their running heads.
 */
export function withoutPageMarks(lines: readonly string[]): string[] {
  const pages = lines.flatMap((line, at) => {
    const [, dashed, counted] = (line.length <= LONGEST && PAGE_NUMBER.exec(line.normalize('NFKC'))) || []
    const number = dashed ?? counted
    return number === undefined ? [] : [{ at, number: Number(number) }]
  })
  const isCounting = pages.every(({ number }, index) => index === 0 || number === pages[index - 1]!.number + 1)
  if (pages.length < MIN_PAGES || !isCounting) return [...lines]
  const places = pages.map(({ at }) => at)
  const gone = new Set<number>()
  /** A line goes with the empty ones behind it; the next one that says something. */
  const drop = (at: number, step: number): number => {
    const next = nextFilled(lines, at, step)
    for (let place = at; place !== next; place += step) gone.add(place)
    return next
  }
  for (const step of [-1, 1]) {
    const beside = places.map((at) => drop(at, step))
    for (const head of runningHeads(lines, beside)) drop(head, step)
  }
  return lines.filter((_, at) => !gone.has(at))
}

/** The next line that says something; the place before the first or after the last where there is none. */
function nextFilled(lines: readonly string[], from: number, step: number): number {
  let at = from + step
  while (at >= 0 && at < lines.length && isBlank(lines[at]!)) at += step
  return at
}

/** Those of the lines beside page numbers that say what most of the others do. */
function runningHeads(lines: readonly string[], places: readonly number[]): number[] {
  const counts = new Map<string, number>()
  const wordsAt = (at: number): string => (lines[at] ?? '').replace(/\s+/g, '')
  for (const at of places) counts.set(wordsAt(at), (counts.get(wordsAt(at)) ?? 0) + 1)
  const enough = Math.max(MIN_HEADS, places.length / 2)
  return places.filter((at) => wordsAt(at) !== '' && counts.get(wordsAt(at))! >= enough)
}
