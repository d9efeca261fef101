import { createReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { extract, type Extract, type Header } from 'tar-stream'
import { text } from '../text.zh.js'
import {
  collect,
  decodeName,
  megabytes,
  PACKED_LIMITS,
  PackedError,
  refusedName,
  type PackedArchive,
  type PackedFile,
  type PackedSource,
} from './packed.js'

type Entries = ReturnType<Extract[typeof Symbol.asyncIterator]>

/**
 * Opens a TAR, packed with gzip or not, and lists it by going through it once. Files are read by going through it
 * again: in the order of the list that is once for all of them. Throws PackedError where it is broken or a bomb.
 */
export async function openTar(source: PackedSource, packedSize: number, isGzip: boolean): Promise<PackedArchive> {
  const files = await list(source, packedSize, isGzip)
  let entries: Entries | null = null
  let next = 0
  const rewind = async (): Promise<void> => {
    await entries?.return?.()
    entries = null
  }
  return {
    files,
    close: rewind,
    read: async (index) => {
      try {
        if (entries === null || index < next) {
          await rewind()
          entries = begin(source, packedSize, isGzip)
          next = 0
        }
        for (;;) {
          const { value, done } = await entries.next()
          if (done === true) throw new PackedError(text.packed.brokenFile)
          if (value.header.type === 'directory') continue
          if (next++ === index) return await collect(value, files[index]!.size)
          value.resume()
        }
      } catch (error) {
        await rewind().catch(() => undefined)
        throw asPackedError(error)
      }
    },
  }
}

async function list(source: PackedSource, packedSize: number, isGzip: boolean): Promise<PackedFile[]> {
  const files: PackedFile[] = []
  const entries = begin(source, packedSize, isGzip)
  try {
    for (let entry = await entries.next(); entry.done !== true; entry = await entries.next()) {
      const { header } = entry.value
      if (header.type !== 'directory') files.push(fileOf(header))
      if (files.length > PACKED_LIMITS.entries) throw new PackedError(text.packed.tooMany(PACKED_LIMITS.entries))
      entry.value.resume()
    }
  } catch (error) {
    throw asPackedError(error)
  } finally {
    await entries.return?.().catch(() => undefined)
  }
  return files
}

function fileOf({ name: raw, size, type }: Header): PackedFile {
  // Names were read a byte a character, but for those that the archive itself says are in UTF-8.
  const isDecoded = [...raw].some((character) => character > '\xff')
  const name = isDecoded ? raw : decodeName(Buffer.from(raw, 'latin1'), false)
  const isFile = type === 'file' || type === 'contiguous-file'
  const isTooLarge = size > PACKED_LIMITS.fileBytes
  return {
    name,
    size,
    refused: isFile
      ? (refusedName(name) ?? (isTooLarge ? text.skipped.tooLarge(megabytes(PACKED_LIMITS.fileBytes)) : null))
      : text.packed.notAFile,
  }
}

function begin(source: PackedSource, packedSize: number, isGzip: boolean): Entries {
  const packed = 'path' in source ? createReadStream(source.path) : Readable.from(chunks(source.bytes))
  // Read a byte a character, so that names in GBK can still be told.
  const options: object = { filenameEncoding: 'latin1' }
  const entries = extract(options)
  const done = (): void => undefined
  if (isGzip) pipeline(packed, createGunzip(), bounded(packedSize), entries, done)
  else pipeline(packed, entries, done)
  return entries[Symbol.asyncIterator]()
}

/** Gives up once more has come out than any honest archive of this size holds. */
function bounded(packedSize: number): (unpacked: AsyncIterable<Buffer>) => AsyncGenerator<Buffer> {
  return async function* (unpacked) {
    let length = 0
    for await (const part of unpacked) {
      length += part.length
      if (length > PACKED_LIMITS.totalBytes)
        throw new PackedError(text.packed.tooLarge(megabytes(PACKED_LIMITS.totalBytes)))
      if (length > PACKED_LIMITS.ratioFrom && length > packedSize * PACKED_LIMITS.ratio)
        throw new PackedError(text.packed.ratio(Math.round(length / Math.max(packedSize, 1))))
      yield part
    }
  }
}

function* chunks(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

function asPackedError(error: unknown): unknown {
  if (error instanceof PackedError) return error
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOENT' || code === 'EACCES' || code === 'EIO'
    ? error
    : new PackedError(text.skipped.broken(text.kinds.zip))
}
