import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import lockfile from 'proper-lockfile'
import { isAlive, startOf } from './processes.js'

/** Who has a lock, so that a busy owner can be told from a dead one. */
interface Owner {
  host: string
  pid: number
  /** When the process started, as the system counts; null where it does not say. A process id may be given again. */
  started: string | null
}

export interface FolderLockOptions {
  /**
   * How often a lock that is held is asked for again, and how long apart, in milliseconds. That of an owner of whom nothing
   * is known is waited for until it gives a sign of life or does not.
   */
  tries: number
  everyMs: number
  /** Told where the lock was taken away, which only happens by hand. */
  onLost: () => void
}

/** A lock whose owner cannot be asked for (another machine or container) is gone after so long without a sign of life. */
const SILENT_MS = 30_000
/** That of one who is known to be dead is gone as soon as it has given no sign. */
const DEAD_MS = 2_000
const SIGN_MS = 1_000
/** That of one who is known to live, however long its thread is busy, is never gone. */
const NEVER = Number.MAX_SAFE_INTEGER

const ownerFile = (folder: string): string => `${folder}.owner`

/** Locks a folder and returns what gives it back; throws an error with code ELOCKED where another one keeps it. */
export async function lockFolder(
  folder: string,
  { tries, everyMs, onLost }: FolderLockOptions,
): Promise<() => Promise<void>> {
  let isLost = false
  const lost = (): void => {
    isLost = true
    onLost()
  }
  const begun = Date.now()
  for (let left = tries; ; left--) {
    const stale = staleAfter(folder)
    try {
      const release = await lockfile.lock(folder, { stale, update: SIGN_MS, onCompromised: lost })
      noteOwner(folder)
      return async () => {
        if (isLost) return
        rmSync(ownerFile(folder), { force: true })
        await release()
      }
    } catch (error) {
      const isOver = left <= 0 && (stale !== SILENT_MS || Date.now() - begun > SILENT_MS)
      if ((error as NodeJS.ErrnoException).code !== 'ELOCKED' || isOver) throw error
    }
    await delay(everyMs)
  }
}

/** Whether somebody has the lock of a folder; throws where there is no such folder. */
export function isFolderLocked(folder: string): Promise<boolean> {
  return lockfile.check(folder, { stale: staleAfter(folder) })
}

/** After how long without a sign of life the lock counts as gone, in milliseconds. */
function staleAfter(folder: string): number {
  const owner = readOwner(folder)
  if (owner === null || owner.host !== hostname()) return SILENT_MS
  return startOf(owner.pid) === owner.started && isAlive(owner.pid) ? NEVER : DEAD_MS
}

function readOwner(folder: string): Owner | null {
  try {
    return JSON.parse(readFileSync(ownerFile(folder), 'utf8')) as Owner
  } catch {
    return null
  }
}

/** On a full disk the lock does without: it must be given back all the same, and whoever waits for it goes by its signs. */
function noteOwner(folder: string): void {
  try {
    writeFileSync(ownerFile(folder), JSON.stringify(myself()))
  } catch {
    rmSync(ownerFile(folder), { force: true })
  }
}

const myself = (): Owner => ({ host: hostname(), pid: process.pid, started: startOf(process.pid) })
