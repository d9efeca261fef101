import type { FileEntry } from './catalogue.js'

/**
 * Finds the files that have only moved: a file that is new at its path and has the very bytes of one that is gone.
 * Each gone file is found once.
 */
export class MovedFiles {
  readonly #gone = new Map<string, FileEntry[]>()

  constructor(gone: readonly FileEntry[]) {
    for (const file of gone) {
      if (file.documents.length > 0) this.#gone.set(file.bytes, [...(this.#gone.get(file.bytes) ?? []), file])
    }
  }

  /** The gone file that has these bytes, or null. */
  take(bytes: string): FileEntry | null {
    return this.#gone.get(bytes)?.shift() ?? null
  }
}

/** Tells the id that the record at a place of a file was given, or null; of a long list, each place at once. */
export function idsByPlace(file: FileEntry | null): (position: number | null) => string | null {
  if (file === null) return () => null
  const { documents, positions } = file
  if (positions === undefined) return () => (documents.length === 1 ? documents[0]! : null)
  const ids = new Map(positions.map((position, index) => [position, documents[index]!]))
  return (position) => ids.get(position) ?? null
}
