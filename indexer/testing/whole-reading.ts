import { readFile, type FileReading, type ReadDocument } from '../read-file.js'

/** All that a file gives, its documents in memory at once. */
export type WholeReading = FileReading['whole'] & { documents: ReadDocument[] }

export async function readWhole(...file: Parameters<typeof readFile>): Promise<WholeReading> {
  const { records, whole } = await readFile(...file)
  const documents: ReadDocument[] = []
  for await (const { document, rejected, warnings } of records) {
    if (document !== null) documents.push(document)
    whole.rejected.push(...rejected)
    whole.warnings.push(...warnings)
  }
  return { documents, ...whole }
}
