/** What the reading of one file may cost before it is given up. */
export const LIMITS = {
  /** Milliseconds of work without progress. A page that was read is progress, and so are some records of a list. */
  idleMs: 9_000,
  /** Milliseconds of work in all. */
  totalMs: 300_000,
  /** Milliseconds without any work: what is waited for does not come. All of the file is in memory. */
  stuckMs: 8_000,
  /** Megabytes of the JavaScript heap of the reading process. */
  heapMb: 700,
  /** Megabytes resident of the reading process, buffers included. */
  residentMb: 1_200,
}

export type Limits = typeof LIMITS
