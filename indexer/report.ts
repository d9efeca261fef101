import type { Rejection } from './record.js'

/** What a synchronisation did; `index --json` prints it as it is, with the warnings. */
export interface SyncReport {
  /** All files found: those that gave records, those skipped and those rejected whole add up to it. */
  files: number
  /** Records that are in the archive from these files now. */
  records: number
  added: number
  updated: number
  unchanged: number
  removed: number
  skipped: { file: string; reason: string }[]
  rejected: Rejection[]
  seconds: number
}

/** Something that was dropped, left out or is doubtful, of a file or a record that was read. */
export interface Warning {
  file: string
  record: number | null
  /** A field of the record, the label that stands for none, or `file`. */
  field: string
  message: string
}

/** The report, and what is said beside it. */
export interface SyncOutcome {
  report: SyncReport
  warnings: Warning[]
  /** Files of which no record is in because each was rejected. */
  rejectedFiles: number
  /** True where a new state of the archive went live. */
  published: boolean
}

/** 0 all in, 2 some records rejected (the rest are in), 1 nothing done. */
export function exitCode({ report }: SyncOutcome): 0 | 1 | 2 {
  if (report.rejected.length === 0) return 0
  return report.records > 0 ? 2 : 1
}
