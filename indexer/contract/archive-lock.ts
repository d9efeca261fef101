import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { isFolderLocked, lockFolder } from './folder-lock.js'

/** A crashed run's lock is free after two seconds; so many times, a second apart, it is asked for. */
const TRIES = 12
const EVERY_MS = 1000

/** Another synchronisation is running on the same archive. */
export class BusyError extends Error {
  override readonly name = 'BusyError'
}

/** The right to change the archive was taken away while it was used. */
export class LockLostError extends Error {
  override readonly name = 'LockLostError'
}

/** Where the catalogue lies, which is what is locked. */
export const catalogueFolder = (dataDir: string): string => path.resolve(dataDir, 'catalogue')

/**
 * Takes the one right to change the archive in `dataDir`, waiting for a crashed run's lock to go stale but not for a
 * living one's, however busy that is. Returns what gives it back; `onLost` must end the work where somebody has removed
 * the lock. Throws BusyError.
 */
export async function lockArchive(
  dataDir: string,
  onLost: (error: LockLostError) => void,
): Promise<() => Promise<void>> {
  const folder = catalogueFolder(dataDir)
  mkdirSync(folder, { recursive: true })
  try {
    return await lockFolder(folder, {
      tries: TRIES,
      everyMs: EVERY_MS,
      onLost: () => onLost(new LockLostError('archive lock lost')),
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOCKED') throw new BusyError('archive locked')
    throw error
  }
}

/** Whether the archive is being changed right now. */
export async function isArchiveLocked(dataDir: string): Promise<boolean> {
  try {
    return await isFolderLocked(catalogueFolder(dataDir))
  } catch {
    // No such folder: nothing was ever indexed here.
    return false
  }
}
