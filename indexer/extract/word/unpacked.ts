import type { Element } from '../html-node.js'
import type { OfficeZip } from '../office-zip.js'
import { writeLabels } from './labels.js'
import { WordNumbering } from './numbering.js'
import { findParts } from './parts.js'
import { leaveSeen } from './seen.js'
import { WordStyles } from './styles.js'
import { readXml } from './xml.js'

/** A document's parts, as mammoth asks for them instead of the file itself. */
export interface UnpackedWord {
  exists: (name: string) => boolean
  read: (name: string) => Promise<string>
}

/** The parts of a document, those of its text as Word would show it. Throws PackedError. */
export async function unpackWord(zip: OfficeZip): Promise<UnpackedWord> {
  const parts = await findParts(zip)
  const styles = new WordStyles(await rootOf(zip, parts.styles))
  const numbering = new WordNumbering(await rootOf(zip, parts.numbering), styles)
  const edited = new Map<string, string>()
  for (const name of [parts.footnotes, parts.endnotes, parts.document]) {
    const content = name === null ? null : await zip.part(name)
    if (name === null || content === null) continue
    const { root, write } = readXml(content, true)
    leaveSeen(root, styles)
    writeLabels(root, styles, numbering)
    edited.set(name, write())
  }
  return {
    // The library would count every list from 1, in digits.
    exists: (name) => name !== parts.numbering && zip.has(name),
    read: async (name) => edited.get(name) ?? (await zip.part(name)) ?? '',
  }
}

async function rootOf(zip: OfficeZip, name: string | null): Promise<Element | null> {
  const content = name === null ? null : await zip.part(name)
  return content === null ? null : readXml(content).root
}
