import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl'
import { text } from '../text.zh.js'
import {
  collect,
  decodeName,
  megabytes,
  PACKED_LIMITS,
  PackedError,
  refusedName,
  refusedSize,
  type PackedArchive,
  type PackedFile,
  type PackedSource,
} from './packed.js'

const UTF8_FLAG = 0x800
/** Info-ZIP's Unicode Path: a version byte and a checksum, then the name in UTF-8. */
const UNICODE_PATH = 0x7075
const SYMBOLIC_LINK = 0o120000
const FILE_TYPE = 0o170000

/** Opens a ZIP and lists it; nothing is unpacked yet. Throws PackedError where it is broken or a bomb. */
export async function openZip(source: PackedSource): Promise<PackedArchive> {
  // Names stay bytes: the library would give up a whole archive on account of one of them, and knows no GBK.
  const options = { lazyEntries: true, decodeStrings: false, autoClose: false, validateEntrySizes: true }
  const zip = await (
    'path' in source ? openPromise(source.path, options) : fromBufferPromise(source.bytes, options)
  ).catch(broken)
  const close = (): Promise<void> => Promise.resolve(zip.close())
  try {
    const entries = await list(zip)
    const files = entries.map(fileOf)
    refuseBomb(files, zip.fileSize)
    return { files, close, read: (index) => unpack(zip, entries[index]!) }
  } catch (error) {
    await close()
    throw error
  }
}

async function list(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileNameRaw.at(-1) === 0x2f || entry.fileNameRaw.at(-1) === 0x5c) continue
      entries.push(entry)
      if (entries.length > PACKED_LIMITS.entries) throw new PackedError(text.packed.tooMany(PACKED_LIMITS.entries))
    }
  } catch (error) {
    return broken(error)
  }
  return entries
}

/** Entries that share their bytes make much out of little, each for itself within bounds. */
function refuseBomb(files: readonly PackedFile[], packedSize: number): void {
  const total = files.reduce((sum, { size, refused }) => sum + (refused === null ? size : 0), 0)
  if (total > PACKED_LIMITS.totalBytes) throw new PackedError(text.packed.tooLarge(megabytes(PACKED_LIMITS.totalBytes)))
  if (total > PACKED_LIMITS.ratioFrom && total > packedSize * PACKED_LIMITS.ratio)
    throw new PackedError(text.packed.ratio(Math.round(total / packedSize)))
}

function fileOf(entry: Entry): PackedFile {
  const unicode = entry.extraFields.find(({ id, data }) => id === UNICODE_PATH && data.length > 5)
  const isUtf8 = (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0
  const name = unicode ? decodeName(unicode.data.subarray(5), true) : decodeName(entry.fileNameRaw, isUtf8)
  return { name, size: entry.uncompressedSize, refused: refusal(entry, name) }
}

function refusal(entry: Entry, name: string): string | null {
  const isLink = ((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK
  if (isLink) return text.packed.notAFile
  if (entry.isEncrypted()) return text.packed.locked
  if (!entry.canDecodeFileData()) return text.packed.method(entry.compressionMethod)
  return refusedName(name) ?? refusedSize(entry.uncompressedSize, entry.compressedSize)
}

async function unpack(zip: ZipFile, entry: Entry): Promise<Buffer> {
  try {
    return await collect(await zip.openReadStreamPromise(entry), entry.uncompressedSize)
  } catch (error) {
    if (error instanceof PackedError) throw error
    throw new PackedError(text.packed.brokenFile)
  }
}

function broken(error: unknown): never {
  if (error instanceof PackedError) throw error
  const { code } = error as NodeJS.ErrnoException
  // What the disk says is no fault of the archive.
  if (code?.startsWith('E')) throw error
  throw new PackedError(text.skipped.broken(text.kinds.zip))
}
