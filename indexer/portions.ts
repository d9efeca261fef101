import { createHash } from 'node:crypto'
import { kindByName } from './extract/kinds.js'
import type { FileBytes, HashedBytes } from './file-bytes.js'

/** A part of a file that has a record to the line. */
export interface Portion {
  bytes: Buffer
  /** How many lines of the file come before it. */
  linesBefore: number
  /** How many lines it has. */
  lines: number
}

/** A list was written to while it was read: what has been read of it belongs to no state that it ever had. */
export class ChangedWhileReadError extends Error {
  override readonly name = 'ChangedWhileReadError'

  constructor(readonly path: string) {
    super(`${path} was changed while it was read`)
  }
}

/** Bytes of a portion: some thousand records. Two of them are in memory at a time, as records. */
const SIZE = 2_000_000
const LF = 10
const CR = 13
/** What is longer is not tried as a record. */
const LONGEST_TRIED = 1_000_000
/** Bytes in which the end of a line is looked for at a time. */
const SOUGHT_AT_ONCE = 64_000
const ENCODING_SAMPLE = 4096

/**
 * Whether a file has JSON Lines that are longer than a portion. Not in encodings in which the bytes of a line feed may be
 * something else.
 */
export async function isLongList(path: string, bytes: FileBytes, size = SIZE): Promise<boolean> {
  const kind = kindByName(path)
  if (bytes.length <= size || !('kind' in kind) || kind.kind !== 'json') return false
  const head = await bytes.part(0, 2 * LONGEST_TRIED)
  if (head.subarray(0, ENCODING_SAMPLE).includes(0)) return false
  // The first two lines are an object each: of JSON over several lines, the first one is none.
  const firstEnd = head.indexOf(LF) + 1
  const secondEnd = head.indexOf(LF, firstEnd) + 1
  return (
    firstEnd > 0 && isObject(head.subarray(0, firstEnd)) && isObject(head.subarray(firstEnd, secondEnd || undefined))
  )
}

/**
 * Cuts a list at the ends of lines, so that no more than a portion is in memory as records and one that cannot be read
 * costs no other. Throws the errors of the disk, and ChangedWhileReadError where all that was read has not the hash that
 * it had at first.
 */
export async function* portionsOf(
  path: string,
  { bytes, sha256 }: HashedBytes,
  size = SIZE,
): AsyncGenerator<Portion, void> {
  const hash = createHash('sha256')
  let linesBefore = 0
  for (let start = 0; start < bytes.length;) {
    const portion = await bytes.part(start, await lineEnd(bytes, start + size))
    // The file has become shorter.
    if (portion.length === 0) break
    hash.update(portion)
    const lines = countLines(portion)
    yield { bytes: portion, linesBefore, lines }
    linesBefore += lines
    start += portion.length
  }
  if (hash.digest('hex') !== sha256) throw new ChangedWhileReadError(path)
}

/** Where the line ends that the byte is in, its line feed included. */
async function lineEnd(bytes: FileBytes, place: number): Promise<number> {
  for (let start = place; start < bytes.length; start += SOUGHT_AT_ONCE) {
    const feed = (await bytes.part(start, start + SOUGHT_AT_ONCE)).indexOf(LF)
    if (feed >= 0) return start + feed + 1
  }
  return bytes.length
}

function countLines(bytes: Buffer): number {
  let lines = 0
  for (let place = 0; place < bytes.length; place++) {
    if (bytes[place] === LF || (bytes[place] === CR && bytes[place + 1] !== LF)) lines++
  }
  // The last line of a file need have no end.
  return /[\n\r]/.test(String.fromCharCode(bytes[bytes.length - 1]!)) ? lines : lines + 1
}

/** The characters of a record may be in any encoding: none of them looks like a bracket or a quotation mark. */
function isObject(line: Buffer): boolean {
  if (line.length > LONGEST_TRIED) return false
  const source = line.toString('utf8').replace(/^\ufeff/, '')
  return /^\s*\{\s*".*\}\s*,?\s*$/.test(source)
}
