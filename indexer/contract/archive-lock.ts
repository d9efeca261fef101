import { mkdirSync } from 'node:fs'
import path from 'node:path'
import lockfile from 'proper-lockfile'

/** A crashed run's lock counts as gone after this long without a sign of life, in milliseconds. */
const STALE_MS = 10_000

/** Another synchronisation is running on the same archive. */
export class BusyError extends Error {
  override readonly name = 'BusyError'
}

const lockFolder = (dataDir: string): string => path.resolve(dataDir, 'catalogue')

/**
 * Takes the one right to change the archive in `dataDir`, waiting for a crashed run's lock to go stale but not for a
 * living one's. Returns what gives it back. Throws BusyError.
 */
export async function lockArchive(dataDir: string): Promise<() => Promise<void>> {
  mkdirSync(lockFolder(dataDir), { recursive: true })
  try {
    return await lockfile.lock(lockFolder(dataDir), {
      stale: STALE_MS,
      update: STALE_MS / 4,
      retries: { retries: 12, factor: 1, minTimeout: 1000, maxTimeout: 1000 },
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOCKED') throw new BusyError('archive locked')
    throw error
  }
}

/** Whether the archive is being changed right now. */
export async function isArchiveLocked(dataDir: string): Promise<boolean> {
  try {
    return await lockfile.check(lockFolder(dataDir), { stale: STALE_MS })
  } catch {
    // No such folder: nothing was ever indexed here.
    return false
  }
}
