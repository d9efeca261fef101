import { isBlank } from './fields.js'
import { withoutPageMarks } from './page-marks.js'

/** Columns, of which a Chinese character takes two: lines of typed pages are between these. */
const NARROWEST = 40
const WIDEST = 110
/** A full line may end so many columns before the widest: no line begins with a mark, numbers are not broken. */
const RAGGED = 6
/** So many lines must go on in the next one, and so large a share of all. */
const MIN_WRAPS = 4
const MIN_SHARE = 0.25
/** Where paragraphs are not indented, so many and this share of them must be set apart by empty lines. */
const LEAST_APART = 3
const MIN_APART = 0.6
const INDENT = /^(?:\u3000|[ \t]{2})/
const SENTENCE_END = /[。；：！？;:!?”）〕》]$/
const NUMBERED =
  /^(?:第[一二三四五六七八九十百零\d]+[章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.．、]|附件|抄送|主题词)/
const WIDE =
  /[\u1100-\u115f\u2014\u2018-\u201d\u2026\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/

/**
 * The lines of a text as they were before it was typed on pages of one width: page numbers go, and a line that fills
 * the width goes on in the next one, unless that is indented, numbered or set apart. A text that has no such width, or
 * whose paragraphs are neither indented nor set apart, is left as it is.
 */
export function unwrapped(found: readonly string[]): string[] {
  const lines = withoutPageMarks(found)
  // Where words are pushed apart, as signature and date are, a line is as wide as somebody made it.
  const widths = lines.map((line) => (/\S\s{3,}\S/.test(line) ? 0 : widthOf(line.trimEnd())))
  const widest = widths.reduce((most, width) => Math.max(most, width), 0)
  if (widest < NARROWEST || widest > WIDEST) return lines
  const goesOn = (at: number): boolean =>
    widths[at]! >= widest - RAGGED && at + 1 < lines.length && isContinuation(lines[at + 1]!)
  const wraps = lines.filter((line, at) => goesOn(at) && !SENTENCE_END.test(line.trimEnd())).length
  const filled = lines.filter((line) => !isBlank(line)).length
  const indented = lines.filter((line) => INDENT.test(line) && !isBlank(line)).length
  const areApart = indented >= 2 || areSetApart(lines, goesOn)
  if (wraps < MIN_WRAPS || wraps < filled * MIN_SHARE || !areApart) return lines
  const joined: string[] = []
  lines.forEach((line, at) => {
    if (at > 0 && goesOn(at - 1)) joined.push(join(joined.pop()!, line))
    else joined.push(line)
  })
  return joined
}

/** Whether most paragraphs end before an empty line. */
function areSetApart(lines: readonly string[], goesOn: (at: number) => boolean): boolean {
  const ends = lines.flatMap((line, at) => (isBlank(line) || goesOn(at) ? [] : [at]))
  const apart = ends.filter((at) => isBlank(lines[at + 1] ?? ''))
  return apart.length >= Math.max(LEAST_APART, ends.length * MIN_APART)
}

const isContinuation = (line: string): boolean => !isBlank(line) && !INDENT.test(line) && !NUMBERED.test(line)

/** No space between Chinese characters, one between words. */
function join(one: string, other: string): string {
  const [before, after] = [one.trimEnd(), other.trimStart()]
  return /[\w,.]$/.test(before) && /^\w/.test(after) ? `${before} ${after}` : before + after
}

function widthOf(line: string): number {
  // Longer lines are no typed ones, however long they are.
  if (line.length > WIDEST) return line.length
  let width = 0
  for (const character of line) width += WIDE.test(character) ? 2 : 1
  return width
}
