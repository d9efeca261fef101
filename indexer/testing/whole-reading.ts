import { readFile, type FileReading, type ReadDocument } from '../read-file.js'

/** All that a file gives, its documents in memory at once. */
export interface WholeReading extends Omit<FileReading, 'records' | 'count'> {
  documents: ReadDocument[]
}

export async function readWhole(...file: Parameters<typeof readFile>): Promise<WholeReading> {
  const { records, skipped, rejected: known, warnings: told, final } = await readFile(...file)
  const whole: WholeReading = { documents: [], skipped, rejected: [...known], warnings: [...told], final }
  for (const { document, rejected, warnings } of records) {
    if (document !== null) whole.documents.push(document)
    whole.rejected.push(...rejected)
    whole.warnings.push(...warnings)
  }
  return whole
}
