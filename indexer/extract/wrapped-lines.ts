import { isBlank } from './fields.js'

/** Columns, of which a Chinese character takes two: lines of typed pages are between these. */
const NARROWEST = 40
const WIDEST = 110
/** A full line may end so many columns before the widest: no line begins with a mark, numbers are not broken. */
const RAGGED = 6
/** So many lines must go on in the next one, and so large a share of all. */
const MIN_WRAPS = 4
const MIN_SHARE = 0.25
const INDENT = /^(?:\u3000|[ \t]{2})/
const SENTENCE_END = /[。；：！？;:!?”）〕》]$/
const NUMBERED =
  /^(?:第[一二三四五六七八九十百零\d]+[章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.．、]|附件|抄送|主题词)/
/** — 3 —, as typed pages end. */
const PAGE_NUMBER = /^\s*[—―─–-]{1,2}\s*([\d０-９]{1,4})\s*[—―─–-]{1,2}\s*$/
const WIDE =
  /[\u1100-\u115f\u2014\u2018-\u201d\u2026\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/

/**
 * The lines of a text as they were before it was typed on pages of one width: page numbers go, and a line that fills
 * the width goes on in the next one, unless that is indented, numbered or set apart. A text that has no such width, or
 * whose paragraphs are not indented, is left as it is.
 */
export function unwrapped(found: readonly string[]): string[] {
  const lines = withoutPageNumbers(found)
  // Where words are pushed apart, as signature and date are, a line is as wide as somebody made it.
  const widths = lines.map((line) => (/\S\s{3,}\S/.test(line) ? 0 : widthOf(line.trimEnd())))
  const widest = widths.reduce((most, width) => Math.max(most, width), 0)
  if (widest < NARROWEST || widest > WIDEST) return lines
  const goesOn = (at: number): boolean =>
    widths[at]! >= widest - RAGGED && at + 1 < lines.length && isContinuation(lines[at + 1]!)
  const wraps = lines.filter((line, at) => goesOn(at) && !SENTENCE_END.test(line.trimEnd())).length
  const filled = lines.filter((line) => !isBlank(line)).length
  const indented = lines.filter((line) => INDENT.test(line) && !isBlank(line)).length
  if (wraps < MIN_WRAPS || wraps < filled * MIN_SHARE || indented < 2) return lines
  const joined: string[] = []
  lines.forEach((line, at) => {
    if (at > 0 && goesOn(at - 1)) joined.push(join(joined.pop()!, line))
    else joined.push(line)
  })
  return joined
}

const isContinuation = (line: string): boolean => !isBlank(line) && !INDENT.test(line) && !NUMBERED.test(line)

/** No space between Chinese characters, one between words. */
function join(one: string, other: string): string {
  const [before, after] = [one.trimEnd(), other.trimStart()]
  return /[\w,.]$/.test(before) && /^\w/.test(after) ? `${before} ${after}` : before + after
}

/** Numbers that count up by one are those of pages; they go with the empty lines around them. */
function withoutPageNumbers(lines: readonly string[]): string[] {
  const pages = lines.flatMap((line, at) => {
    const number = line.length > 40 ? null : PAGE_NUMBER.exec(line.normalize('NFKC'))
    return number ? [{ at, number: Number(number[1]) }] : []
  })
  const isCounting = pages.every(({ number }, index) => index === 0 || number === pages[index - 1]!.number + 1)
  if (pages.length < 2 || !isCounting) return [...lines]
  const gone = new Set<number>()
  for (const { at } of pages) {
    gone.add(at)
    for (let before = at - 1; before >= 0 && isBlank(lines[before]!); before--) gone.add(before)
    for (let after = at + 1; after < lines.length && isBlank(lines[after]!); after++) gone.add(after)
  }
  return lines.filter((_, at) => !gone.has(at))
}

function widthOf(line: string): number {
  // Longer lines are no typed ones, however long they are.
  if (line.length > WIDEST) return line.length
  let width = 0
  for (const character of line) width += WIDE.test(character) ? 2 : 1
  return width
}
