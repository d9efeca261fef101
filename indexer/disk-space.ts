import { statfs } from 'node:fs/promises'

/** With less than this free, in bytes, neither the catalogue nor the engine can be expected to finish a write. */
const LEAST_FREE = 32 * 1024 * 1024

/** There is too little room to begin with; found out before anything is written. */
export class DiskFullError extends Error {
  override readonly name = 'DiskFullError'
}

/** Looks at the disk of a folder that exists. Throws DiskFullError. */
export async function checkDiskSpace(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < LEAST_FREE) throw new DiskFullError(`${bavail * bsize} bytes free on the disk of ${folder}`)
}
