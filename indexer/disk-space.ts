import { statfs } from 'node:fs/promises'

/** With less than this free, in bytes, neither the catalogue nor the engine can be expected to finish a write. */
const LEAST_FREE = 32 * 1024 * 1024

/** There is too little room to begin with; found out before anything is written. */
export class DiskFullError extends Error {
  override readonly name = 'DiskFullError'
}

/** Looks at the disk of a folder that exists. Throws DiskFullError. */
export async function checkDiskSpace(folder: string): Promise<void> {
  const free = await freeSpace(folder)
  if (free < LEAST_FREE) throw diskFull(folder, free)
}

async function freeSpace(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

const diskFull = (folder: string, free: number): DiskFullError =>
  new DiskFullError(`${free} bytes free on the disk of ${folder}`)

/** With less than this free, in bytes, a run that is under way is given up. */
const EXHAUSTED = 8 * 1024 * 1024
const WATCH_MS = 500

/**
 * Calls `onFull` once when the disk of a folder has run full. An engine on such a disk cannot even note that a task
 * failed: it begins it again for ever, and whoever waits for it waits as long. Returns what ends the watch.
 */
export function watchDiskSpace(folder: string, onFull: (error: DiskFullError) => void): () => void {
  const look = async (): Promise<void> => {
    const free = await freeSpace(folder)
    if (free >= EXHAUSTED) return
    clearInterval(timer)
    onFull(diskFull(folder, free))
  }
  const timer = setInterval(() => void look().catch(() => undefined), WATCH_MS)
  return () => clearInterval(timer)
}
