import type { ExtractedRecord, FileContent } from '../record.js'

/** The file holds nothing to read, for the reason. */
export const skip = (reason: string): FileContent => ({ records: [], skipped: reason, rejected: [] })

/** The file is one record. */
export const one = (record: ExtractedRecord): FileContent => ({ records: [record], skipped: null, rejected: [] })
