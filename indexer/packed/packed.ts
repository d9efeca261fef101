import { text } from '../text.zh.js'

/** What an archive may hold; what goes beyond is refused with a reason, before it is unpacked. */
export const PACKED_LIMITS = {
  entries: 50_000,
  /** Bytes of one file, packed or not. */
  fileBytes: 256_000_000,
  /** Bytes of all files of one archive, unpacked. */
  totalBytes: 16_000_000_000,
  /** Unpacked to packed, from `ratioFrom` bytes on: prose packs to a fifth, a bomb to a thousandth. */
  ratio: 200,
  ratioFrom: 10_000_000,
  /** Archives within archives: a.zip/b.zip/c.zip is the third. */
  depth: 3,
}

/** The archive, or one of its files, cannot or must not be unpacked. `reason` is a sentence for people. */
export class PackedError extends Error {
  override readonly name = 'PackedError'
  constructor(readonly reason: string) {
    super(reason)
  }
}

/** One file of an archive. */
export interface PackedFile {
  /** Path within the archive with `/`, as the archive says; folders are not listed. */
  name: string
  /** Bytes when unpacked. */
  size: number
  /** Why it is not to be read, or null. */
  refused: string | null
}

/** An archive that is open. Files are read by their place in `files`; in order is fastest, and for tar much faster. */
export interface PackedArchive {
  files: PackedFile[]
  /** Throws PackedError. */
  read(index: number): Promise<Buffer>
  close(): Promise<void>
}

/** Where an archive is: a file, or bytes out of another archive. */
export type PackedSource = { path: string } | { bytes: Buffer }

/** Why a file of an archive is left alone because of its name, or null. */
export function refusedName(name: string): string | null {
  const leadsOut = name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..')
  return leadsOut || name.includes('\0') ? text.packed.unsafeName : null
}

/** Names of files as archives have them: UTF-8 where it is, else as Chinese Windows writes them; `\` is `/`. */
export function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  return decode(bytes, isUtf8)
    .replaceAll('\\', '/')
    .replace(/^(\.\/+)+/, '')
}

function decode(bytes: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return new TextDecoder().decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Why so much out of so little is refused, or null. */
export function refusedSize(size: number, packedSize: number): string | null {
  if (size > PACKED_LIMITS.fileBytes) return text.skipped.tooLarge(megabytes(PACKED_LIMITS.fileBytes))
  const isBomb = size > PACKED_LIMITS.ratioFrom && size > packedSize * PACKED_LIMITS.ratio
  return isBomb ? text.packed.ratio(Math.round(size / Math.max(packedSize, 1))) : null
}

export const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000)

/** The whole of a stream; throws PackedError where it is longer than it was said to be. */
export async function collect(stream: AsyncIterable<unknown>, limit: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of stream as AsyncIterable<Buffer>) {
    length += part.length
    if (length > limit) throw new PackedError(text.packed.longerThanStated)
    parts.push(part)
  }
  return Buffer.concat(parts, length)
}
