import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { originalPath, originalsFolder } from './contract/originals.js'

/** So much of the disk is left to the catalogue and the engine, in bytes. */
const RESERVE = 1024 * 1024 * 1024
/** Writes under way at a time: waiting for the disk costs nothing while others are read. */
const AT_A_TIME = 8

/** Why the original of a file is not kept. */
export type NotKept = 'off' | 'tooLarge' | 'noRoom'

/**
 * Keeps the files that documents were read from, each named by its SHA-256: the same file is kept once, and one that is
 * there is whole, since it is given its name only when all of it is on the disk.
 */
export class OriginalStore {
  readonly #dataDir: string
  readonly #largest: number
  readonly #kept = new Set<string>()
  readonly #writing = new Set<Promise<void>>()
  #room: number | null = null
  #failure: unknown = null
  #names = 0

  /** `largest`: size in bytes up to which a file is kept; 0 keeps none. */
  constructor(dataDir: string, largest: number) {
    this.#dataDir = dataDir
    this.#largest = largest
  }

  /** Whether files of this size are kept at all. */
  keeps(size: number): boolean {
    return size <= this.#largest
  }

  /** Why a file of this size would not be kept, or null. */
  async refusal(size: number): Promise<NotKept | null> {
    if (this.#largest === 0) return 'off'
    if (!this.keeps(size)) return 'tooLarge'
    this.#room ??= await roomOn(this.#dataDir)
    return size > this.#room ? 'noRoom' : null
  }

  async has(sha256: string, size: number): Promise<boolean> {
    if (this.#kept.has(sha256)) return true
    const found = await stat(originalPath(this.#dataDir, sha256)).catch(() => null)
    if (found?.size !== size) return false
    this.#kept.add(sha256)
    return true
  }

  /** Takes a file over, to be written while others are read; `settle` waits until all are. */
  async keep(sha256: string, bytes: Buffer): Promise<void> {
    if (await this.has(sha256, bytes.length)) return
    this.#kept.add(sha256)
    this.#room = (this.#room ?? 0) - bytes.length
    while (this.#writing.size >= AT_A_TIME) await Promise.race(this.#writing)
    const writing: Promise<void> = this.#write(sha256, bytes)
      .catch((error: unknown) => void (this.#failure ??= error))
      .finally(() => this.#writing.delete(writing))
    this.#writing.add(writing)
  }

  /** Returns when all files taken over are on the disk; throws what kept one of them from it. */
  async settle(): Promise<void> {
    await Promise.all(this.#writing)
    if (this.#failure !== null) throw this.#failure
  }

  async #write(sha256: string, bytes: Buffer): Promise<void> {
    const target = originalPath(this.#dataDir, sha256)
    const partial = path.join(originalsFolder(this.#dataDir), `${process.pid}-${this.#names++}.partial`)
    await mkdir(path.dirname(target), { recursive: true })
    const file = await open(partial, 'w', 0o644)
    try {
      await file.writeFile(bytes)
      await file.datasync()
    } finally {
      await file.close()
    }
    await rename(partial, target)
  }

  /** Removes what nothing refers to: files of runs that were never published. Nothing may be under way. */
  async sweep(referenced: ReadonlySet<string>): Promise<void> {
    const folder = originalsFolder(this.#dataDir)
    for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
      const below = path.join(folder, entry.name)
      if (!entry.isDirectory()) await rm(below, { force: true })
      else for (const name of await readdir(below)) if (!referenced.has(name)) await rm(path.join(below, name))
    }
  }
}

async function roomOn(dataDir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dataDir)
  return bavail * bsize - RESERVE
}
