import { kindByName } from './extract/kinds.js'

/** A part of a file that has a record to the line. */
export interface Portion {
  bytes: Buffer
  /** How many lines of the file come before it. */
  linesBefore: number
  /** How many lines it has. */
  lines: number
}

/** Bytes of a portion: some thousand records. Two of them are in memory at a time, as records. */
const SIZE = 2_000_000
const LF = 10
const CR = 13
/** What is longer is not tried as a record. */
const LONGEST_TRIED = 1_000_000
const ENCODING_SAMPLE = 4096

/**
 * Cuts JSON Lines that are longer than a portion at the ends of lines, so that no more than a portion is in memory as
 * records and one that cannot be read costs no other. Null for any other file, and for encodings in which the bytes of
 * a line feed may be something else.
 */
export function portionsOf(path: string, bytes: Buffer, size = SIZE): Portion[] | null {
  if (bytes.length <= size || !isJsonLines(path, bytes)) return null
  const portions: Portion[] = []
  let linesBefore = 0
  for (let start = 0; start < bytes.length;) {
    const end = lineEnd(bytes, start + size)
    const portion = bytes.subarray(start, end)
    const lines = countLines(portion)
    portions.push({ bytes: portion, linesBefore, lines })
    linesBefore += lines
    start = end
  }
  return portions
}

/** Where the line ends that the byte is in, its line feed included. */
function lineEnd(bytes: Buffer, place: number): number {
  const feed = place >= bytes.length ? -1 : bytes.indexOf(LF, place)
  return feed < 0 ? bytes.length : feed + 1
}

function countLines(bytes: Buffer): number {
  let lines = 0
  for (let place = 0; place < bytes.length; place++) {
    if (bytes[place] === LF || (bytes[place] === CR && bytes[place + 1] !== LF)) lines++
  }
  // The last line of a file need have no end.
  return /[\n\r]/.test(String.fromCharCode(bytes[bytes.length - 1]!)) ? lines : lines + 1
}

/** Whether the first two lines are an object each: of JSON over several lines, the first one is none. */
function isJsonLines(path: string, bytes: Buffer): boolean {
  const kind = kindByName(path)
  if (!('kind' in kind) || kind.kind !== 'json' || bytes.subarray(0, ENCODING_SAMPLE).includes(0)) return false
  const firstEnd = lineEnd(bytes, 0)
  const secondEnd = lineEnd(bytes, firstEnd)
  return isObject(bytes.subarray(0, firstEnd)) && isObject(bytes.subarray(firstEnd, secondEnd))
}

/** The characters of a record may be in any encoding: none of them looks like a bracket or a quotation mark. */
function isObject(line: Buffer): boolean {
  if (line.length > LONGEST_TRIED) return false
  const source = line.toString('utf8').replace(/^\ufeff/, '')
  return /^\s*\{\s*".*\}\s*,?\s*$/.test(source)
}
