/** Pages of character properties ([MS-DOC] 2.9.33, ChpxFkp) are this long, and begin at multiples of it. */
const PAGE = 512
const MOST_RUNS = 0x65
/** The property of hidden text, and that of text which tracked changes deleted ([MS-DOC] 2.6.1). */
const HIDDEN = 0x083c
const DELETED = 0x0800
/** How many bytes the operand of a property takes, by its kind; the first byte says it for the sixth. */
const OPERANDS = [1, 1, 2, 4, 2, 2, null, 3]

/**
 * A Word 97–2003 document with its hidden text marked as deleted, which is not read. What only a style hides stays.
 * The library that reads these documents knows deleted text, and nothing of hidden one.
 */
export function withoutHidden(bytes: Buffer): Buffer {
  const marked = Buffer.from(bytes)
  for (let start = PAGE; start + PAGE <= marked.length; start += PAGE) markPage(marked.subarray(start, start + PAGE))
  return marked
}

function markPage(page: Buffer): void {
  const runs = page[PAGE - 1]!
  if (runs < 1 || runs > MOST_RUNS || !areAscending(page, runs)) return
  for (let run = 0; run < runs; run++) {
    const at = page[(runs + 1) * 4 + run]! * 2
    const length = page[at] ?? 0
    // Properties lie behind the list of runs, and before the number of runs.
    if (at > (runs + 1) * 4 + run && at + 1 + length < PAGE) markProperties(page.subarray(at + 1, at + 1 + length))
  }
}

/** Where runs begin, in bytes of the file. */
function areAscending(page: Buffer, runs: number): boolean {
  for (let run = 0; run < runs; run++) if (page.readUInt32LE(run * 4) >= page.readUInt32LE((run + 1) * 4)) return false
  return true
}

function markProperties(properties: Buffer): void {
  for (let at = 0; at + 2 < properties.length;) {
    const property = properties.readUInt16LE(at)
    if (property === HIDDEN && (properties[at + 2]! & 1) === 1) properties.writeUInt16LE(DELETED, at)
    at += 2 + (OPERANDS[property >> 13] ?? properties[at + 2]! + 1)
  }
}
