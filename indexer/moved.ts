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

/** The id that the record at this place of a file was given. */
export function idAt(file: FileEntry, position: number | null): string | null {
  const index = file.positions?.indexOf(position) ?? (file.documents.length === 1 ? 0 : -1)
  return file.documents[index] ?? null
}
