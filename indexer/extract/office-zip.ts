import { megabytes, PackedError, type PackedArchive } from '../packed/packed.js'
import { openZip } from '../packed/zip.js'
import { text } from '../text.zh.js'
import { hasDocumentType } from './entities.js'

/** Bytes that the parts of one document may take unpacked, pictures left aside. */
const MAX_PARTS = 300_000_000

/** The parts of a document that is a ZIP of XML files (DOCX, XLSX, OFD). */
export class OfficeZip {
  readonly #archive: PackedArchive
  readonly #index: ReadonlyMap<string, number>

  private constructor(archive: PackedArchive) {
    this.#archive = archive
    this.#index = new Map(archive.files.map(({ name, refused }, index) => [name, refused === null ? index : -1]))
  }

  /** Throws PackedError. */
  static async open(bytes: Buffer): Promise<OfficeZip> {
    return new OfficeZip(await openZip({ bytes }))
  }

  get names(): string[] {
    return [...this.#index.keys()]
  }

  has(name: string): boolean {
    return this.#index.has(name)
  }

  /** The text of a part; null where there is none, or it must not be unpacked. Throws PackedError. */
  async part(name: string): Promise<string | null> {
    return (await this.bytes(name))?.toString('utf8') ?? null
  }

  /** The same as it is in the archive. Throws PackedError. */
  async bytes(name: string): Promise<Buffer | null> {
    const index = this.#index.get(name) ?? -1
    return index < 0 ? null : this.#archive.read(index)
  }

  /**
   * Unpacks every part of XML and forgets it: a library that is given the file afterwards meets nothing that is larger
   * than its archive says. Throws PackedError.
   */
  async check(): Promise<void> {
    const sizes = this.#archive.files.map(({ name, size }) => (isXml(name) ? size : 0))
    if (sizes.reduce((sum, size) => sum + size, 0) > MAX_PARTS)
      throw new PackedError(text.packed.tooLarge(megabytes(MAX_PARTS)))
    for (const [index, { name, refused }] of this.#archive.files.entries()) {
      if (refused !== null) throw new PackedError(refused)
      if (isXml(name) && hasDocumentType((await this.#archive.read(index)).toString('latin1')))
        throw new PackedError(text.skipped.entities)
    }
  }
}

const isXml = (name: string): boolean => /\.(xml|rels)$/i.test(name)
