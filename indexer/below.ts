import { sep } from 'node:path'

/** Whether a path is a folder or lies below it; both absolute, with links resolved. */
export function isAtOrBelow(folder: string, path: string): boolean {
  // The root of a disk ends with what parts folders already.
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
