import type { ExtractedRecord } from '../../record.js'
import { text as unread } from '../../text.unread.zh.js'
import { text } from '../../text.zh.js'
import { REFUSED, SECRET } from '../../visibility-words.js'
import { pageLines } from './columns.js'
import type { Fragment, Line } from './line.js'

/** A piece of text with the direction in which it runs: degrees clockwise, 0 from left to right. */
export interface TurnedFragment extends Fragment {
  angle: number
}

/** So much, in degrees, a scanned page may lie askew. */
const ASKEW = 10
/** A watermark is repeated over and over. */
const MAX_SAID = 30
/** What stands in another direction is below all before it by so many characters. */
const BELOW = 3

/**
 * The lines of a page whose text runs in several directions: what stands upright first, then what the reader turns the
 * page for (a wide table). What runs at a slant is a watermark or a seal across the text, of whose lines it is no part:
 * it is returned apart.
 */
export function uprightLines(
  fragments: readonly TurnedFragment[],
  page: number,
): { lines: Line[]; oblique: string | null } {
  const turned: TurnedFragment[][] = [[], [], [], []]
  const oblique: string[] = []
  for (const fragment of fragments) {
    const quarters = Math.round(fragment.angle / 90)
    if (Math.abs(fragment.angle - quarters * 90) > ASKEW) oblique.push(fragment.text)
    else turned[((quarters % 4) + 4) % 4]!.push(fragment)
  }
  const lines: Line[] = []
  for (const [quarters, own] of turned.entries()) {
    const read = pageLines(
      own.map((fragment) => ({ ...fragment, ...turnedBack(fragment, quarters) })),
      page,
    )
    const last = lines.at(-1)
    const top = read[0]
    const shift = last && top ? last.y + BELOW * top.size - top.y : 0
    for (const line of read) lines.push(shift === 0 ? line : { ...line, y: line.y + shift })
  }
  const across = oblique.join('').trim()
  return { lines, oblique: across === '' ? null : across }
}

const CLOSED = new RegExp(`${REFUSED}|${SECRET}|内部`)

/** Tells what runs across the text at a slant. What it says of visibility (内部资料 严禁外传) holds for the document. */
export function noteOblique(record: ExtractedRecord, oblique: ReadonlySet<string>): void {
  if (oblique.size === 0) return
  record.unreadable.push(unread.oblique([...oblique]))
  const closed = [...oblique].find((said) => CLOSED.test(said.replace(/\s/g, '')))
  if (closed === undefined) return
  record.fields.visibility = [...(record.fields.visibility ?? []), closed.slice(0, MAX_SAID)]
  record.provenance.visibility = { from: text.from.marking }
}

/** Where a piece of text stands when the page is turned so that it can be read. */
function turnedBack({ x, y }: Fragment, quarters: number): { x: number; y: number } {
  if (quarters === 1) return { x: y, y: -x }
  if (quarters === 2) return { x: -x, y: -y }
  return quarters === 3 ? { x: -y, y: x } : { x, y }
}
