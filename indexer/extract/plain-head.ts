import { labelMeaning, type ExtraLabels } from '../labels.js'
import { visibilityLabel } from '../labels-visibility.js'
import { isBlank } from './fields.js'
import { CELL_BREAK, isFieldLabel, pairsOf, unknownPair, type Pair } from './head-pairs.js'

/** The metadata that stand above a plain text. */
export interface PlainHead {
  pairs: Pair[]
  /** How many lines it takes. */
  length: number
  /** The beginning of the text, where it stands beside its label: 正文：各单位： */
  firstLine: string | null
}

/** A line of a plain head: `label：value`. */
const HEAD_LINE = /^([^:：|]{1,16})[:：]\s*(\S.*)?$/
/** Labels of Markdown stand out. */
const BOLD = /(?:\*\*|__)([^*_]{1,24}?)(?:\*\*|__)/g
/** So many known labels must follow each other: one alone may be a sentence of the text. */
const KNOWN = 2
/** Labels and values on lines in turn look like any short lines: more of them must be known. */
const KNOWN_IN_TURN = 3
/** A label that no one knows is one where a known one follows within so many lines. */
const LOOK_AHEAD = 3
const NONE: PlainHead = { pairs: [], length: 0, firstLine: null }

/** Reads the metadata at the beginning of a text: `label：value` lines, or labels with their values on the next lines. */
export function readPlainHead(lines: readonly string[], extra?: ExtraLabels): PlainHead {
  const head = pairLines(lines, extra)
  return head.length > 0 ? head : linesInTurn(lines, extra)
}

function pairLines(lines: readonly string[], extra?: ExtraLabels): PlainHead {
  const pairs: Pair[] = []
  let known = 0
  let at = 0
  for (; at < lines.length; at++) {
    const line = lines[at]!.trim()
    if (line === '') continue
    const found = knownPairs(line, extra)
    const unknown = found === null && isKnownBelow(lines, at, extra) ? unknownPair(line) : null
    if (found === null && unknown === null) break
    if (found !== null) known++
    pairs.push(...(found ?? [unknown!]))
  }
  if (known < KNOWN) return NONE
  const [, label, firstLine] = HEAD_LINE.exec(lines[at]?.trim() ?? '') ?? []
  const isText = label !== undefined && labelMeaning(label, extra) === 'body'
  return { pairs, length: isText ? at + 1 : at, firstLine: isText ? (firstLine ?? null) : null }
}

/** A blank line ends the metadata: what is unknown above one is text. */
function isKnownBelow(lines: readonly string[], at: number, extra?: ExtraLabels): boolean {
  for (const line of lines.slice(at + 1, at + 1 + LOOK_AHEAD)) {
    if (isBlank(line)) return false
    const known = knownPairs(line.trim(), extra)
    // 附件：may stand below the text as well as among metadata.
    if (known !== null) return labelMeaning(known[0]![0], extra) !== 'ignored'
    if (unknownPair(line.trim()) === null) return false
  }
  return false
}

/** What a line says that begins with a known label: nearly always one thing, sometimes several beside each other. */
function knownPairs(line: string, extra?: ExtraLabels): Pair[] | null {
  const unmarked = line.replace(BOLD, '$1')
  const [, label, value = ''] = HEAD_LINE.exec(unmarked) ?? []
  if (label === undefined || !isFieldLabel(label, extra)) return null
  const pairs = pairsOf(unmarked, extra) ?? []
  // A title may have a colon after a space; what is no label shows as one by the wide space before it.
  const areLabels =
    CELL_BREAK.test(unmarked) || pairs.every(([one]) => isFieldLabel(one, extra) || visibilityLabel(one) !== null)
  return pairs.length > 1 && areLabels ? pairs : [[label, value]]
}

function linesInTurn(all: readonly string[], extra?: ExtraLabels): PlainHead {
  const places = all.flatMap((line, index) => (index < 2 * 50 && !isBlank(line) ? [index] : []))
  const lineAt = (place: number): string => (place < places.length ? all[places[place]!]!.trim() : '')
  const isLabel = (place: number): boolean => isFieldLabel(lineAt(place).replace(/[:：]$/, ''), extra)
  const pairs: Pair[] = []
  let known = 0
  let at = 0
  while (at < places.length) {
    const isUnknown = !isLabel(at) && pairs.length > 0 && isLabel(at + 2) && unknownPair(`${lineAt(at)}：甲`) !== null
    if (!isLabel(at) && !isUnknown) break
    // A label right below a label shows that the first has no value.
    const isEmpty = !isUnknown && isLabel(at + 1)
    if (!isUnknown && !isEmpty) known++
    pairs.push([lineAt(at), isEmpty ? '' : lineAt(at + 1)])
    at += isEmpty ? 1 : 2
  }
  if (known < KNOWN_IN_TURN) return NONE
  return { pairs, length: (places[Math.min(at, places.length) - 1] ?? -1) + 1, firstLine: null }
}
