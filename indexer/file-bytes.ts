import { createHash } from 'node:crypto'
import { open, readFile, stat } from 'node:fs/promises'

/** The bytes of a file, of which a part can be had without the rest. */
export interface FileBytes {
  readonly length: number
  whole(): Promise<Buffer>
  /** From `start` to before `end`; less where there is no more. */
  part(start: number, end: number): Promise<Buffer>
}

/** Bytes with their SHA-256 in hexadecimal digits. */
export interface HashedBytes {
  bytes: FileBytes
  sha256: string
}

/** Larger files stay on the disk until they are needed, and only what is needed of them is in memory. */
const IN_MEMORY_AT_MOST = 4_000_000
/** Bytes that are hashed at a time. */
const HASHED_AT_ONCE = 1_000_000

export function inMemory(bytes: Buffer): FileBytes {
  return {
    length: bytes.length,
    whole: () => Promise.resolve(bytes),
    part: (start, end) => Promise.resolve(bytes.subarray(start, end)),
  }
}

/** A file as long as it is now; what is appended later is not part of it. Throws the errors of the disk. */
export async function bytesOf(path: string | Buffer): Promise<FileBytes> {
  const { size } = await stat(path)
  if (size <= IN_MEMORY_AT_MOST) return inMemory(await readFile(path))
  return {
    length: size,
    whole: () => readPart(path, 0, size),
    part: (start, end) => readPart(path, start, Math.min(end, size)),
  }
}

async function readPart(path: string | Buffer, start: number, end: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const part = Buffer.allocUnsafe(Math.max(0, end - start))
    let length = 0
    // One call gives no more than two gigabytes, and may give less.
    while (length < part.length) {
      const { bytesRead } = await file.read(part, length, part.length - length, start + length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return part.subarray(0, length)
  } finally {
    await file.close()
  }
}

/** SHA-256 in hexadecimal digits. Throws the errors of the disk. */
export async function sha256Of(bytes: FileBytes): Promise<string> {
  const hash = createHash('sha256')
  for (let start = 0; start < bytes.length; start += HASHED_AT_ONCE)
    hash.update(await bytes.part(start, start + HASHED_AT_ONCE))
  return hash.digest('hex')
}

/** Throws the errors of the disk. */
export async function hashed(bytes: FileBytes): Promise<HashedBytes> {
  return { bytes, sha256: await sha256Of(bytes) }
}
