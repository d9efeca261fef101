import type { PackedArchive, PackedSource } from './packed.js'
import { openTar } from './tar.js'
import { openZip } from './zip.js'

export type ArchiveFormat = 'zip' | 'tar' | 'tgz'

/** The format of an archive by its name; null for every other file. */
export function archiveFormat(name: string): ArchiveFormat | null {
  if (/\.zip$/i.test(name)) return 'zip'
  if (/\.(tar\.gz|tgz)$/i.test(name)) return 'tgz'
  return /\.tar$/i.test(name) ? 'tar' : null
}

/** Opens an archive and lists it; `packedSize` is its size in bytes. Throws PackedError. */
export function openArchive(format: ArchiveFormat, source: PackedSource, packedSize: number): Promise<PackedArchive> {
  return format === 'zip' ? openZip(source) : openTar(source, packedSize, format === 'tgz')
}
