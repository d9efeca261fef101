import { sep } from 'node:path'
import type { FileEntry } from './catalogue.js'
import type { DiscoveredFile } from './discover.js'

/** The field of the rejection that says why a file could not be reached. */
const FIELD = 'file'

/** What is noted of a file that cannot be reached: what is known of it, that it is to be read again, and the reason. */
export function keptEntry({ path, name }: DiscoveredFile, known: FileEntry | undefined, reason: string): FileEntry {
  const nothing = { path, size: 0, mtimeMs: 0, bytes: '', reading: '', documents: [], positions: [], merged: [] }
  const rejected = (known?.rejected ?? []).filter(({ record, field }) => record !== null || field !== FIELD)
  return {
    ...(known ?? nothing),
    ...{ name, final: false, skipped: null },
    rejected: [...rejected, { record: null, field: FIELD, reason }],
  }
}

/** Tells of a file known earlier whether it may still lie below a folder, or in an archive, that cannot be reached now. */
export function hiddenBelow(files: readonly DiscoveredFile[]): (file: FileEntry) => boolean {
  const unreached = files.filter(({ unreachable }) => unreachable !== null).map(({ path }) => path + sep)
  return (file) => unreached.some((folder) => file.path.startsWith(folder))
}
