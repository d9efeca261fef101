import { labelMeaning, type ExtraLabels } from '../labels.js'

const DELIMITERS = ['\t', ',', ';', '|']
/** Lines within which the heading row begins. */
const LINES = 8
/** A heading row has shown its delimiter by then; lines may be a hundred megabytes long. */
const CHARACTERS = 20_000

/** What Excel writes above a table so that it is read with this delimiter anywhere. */
const STATED = /^\s*sep=(.)[^\S\n]*(?:\n|$)/i

/** The delimiter of a table, and where the table begins: below a line that states it (`sep=;`), if there is one. */
export function delimiterOf(content: string, extra?: ExtraLabels): { delimiter: string; start: number } {
  const start = Math.max(content.search(/\S/), 0)
  const stated = STATED.exec(content.slice(start, start + 10))
  if (stated) {
    const rest = start + stated[0].length
    const isKnown = DELIMITERS.includes(stated[1]!)
    return { delimiter: isKnown ? stated[1]! : guessed(firstLines(content, rest), extra), start: rest }
  }
  return { delimiter: guessed(firstLines(content, start), extra), start }
}

/** The one that sets apart most known labels on one line, else the one that the first line with any has most of. */
function guessed(lines: readonly string[], extra?: ExtraLabels): string {
  const labels = (delimiter: string): number =>
    Math.max(0, ...lines.map((line) => partsOf(line, delimiter).filter((part) => isLabel(part, extra)).length))
  const byLabels = most(DELIMITERS, labels)
  if (labels(byLabels) > 1) return byLabels
  const head = lines.find((line) => DELIMITERS.some((one) => line.includes(one))) ?? ''
  return most(DELIMITERS, (delimiter) => head.split(delimiter).length)
}

function most(delimiters: readonly string[], count: (delimiter: string) => number): string {
  return delimiters.reduce((best, one) => (count(one) > count(best) ? one : best))
}

const partsOf = (line: string, delimiter: string): string[] =>
  line.split(delimiter).map((part) => part.trim().replace(/^"|"$/g, ''))

const isLabel = (part: string, extra?: ExtraLabels): boolean => part.length < 100 && labelMeaning(part, extra) !== null

function firstLines(content: string, start: number): string[] {
  const lines: string[] = []
  for (let at = start; at < content.length && lines.length < LINES;) {
    const end = content.indexOf('\n', at)
    const stop = end < 0 ? content.length : end
    lines.push(content.slice(at, Math.min(stop, at + CHARACTERS)))
    at = stop + 1
  }
  return lines
}
