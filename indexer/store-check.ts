import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The file of the catalogue is not whole. Opening it would end the process, without a word. */
export class DamagedStoreError extends Error {
  override readonly name = 'DamagedStoreError'
  constructor(readonly file: string) {
    super(`damaged store ${file}`)
  }
}

const READER = fileURLToPath(new URL('read-store.mjs', import.meta.url))

/** Places in LMDB's meta pages, as the npm package `lmdb` writes them. */
const META = { magic: 24, pageSize: 48, lastPage: 144, transaction: 152, length: 160 }
const MAGIC = 0xbeefc0de

/**
 * Looks whether an LMDB folder can be opened: the store maps its file into memory, where what is missing of it is a
 * fault of the whole process. Throws DamagedStoreError. Damage in the middle of the file is not looked for.
 */
export function checkStore(folder: string): void {
  const file = path.join(folder, 'data.mdb')
  if (!existsSync(file)) return
  const whole = wholeSize(file)
  if (whole === null || (whole.has < whole.needs && !canBeRead(folder))) throw new DamagedStoreError(file)
}

/** How many bytes the file has, and up to where the newest of its two meta pages says that it is used; null without one. */
function wholeSize(file: string): { has: number; needs: number } | null {
  const descriptor = openSync(file, 'r')
  try {
    const first = metaAt(descriptor, 0)
    const pageSize = first?.readUInt32LE(META.pageSize) ?? 0
    const metas = [first, pageSize === 0 ? null : metaAt(descriptor, pageSize)].filter((meta) => meta !== null)
    if (metas.length < 2) return null
    const newest = metas.reduce((one, other) => (transaction(other) > transaction(one) ? other : one))
    // Asked for last: another process may be writing, which puts what its head says down before the head.
    return { has: fstatSync(descriptor).size, needs: (Number(newest.readBigUInt64LE(META.lastPage)) + 1) * pageSize }
  } finally {
    closeSync(descriptor)
  }
}

const transaction = (meta: Buffer): bigint => meta.readBigUInt64LE(META.transaction)

function metaAt(descriptor: number, position: number): Buffer | null {
  const meta = Buffer.alloc(META.length)
  const isThere = readSync(descriptor, meta, 0, META.length, position) === META.length
  return isThere && meta.readUInt32LE(META.magic) === MAGIC ? meta : null
}

/** Pages at the end that were given back before they were ever written may be missing: reading all tells. */
function canBeRead(folder: string): boolean {
  return spawnSync(process.execPath, [READER, folder], { stdio: 'ignore' }).status === 0
}
