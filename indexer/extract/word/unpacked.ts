import type { Element } from '../html-node.js'
import type { OfficeZip } from '../office-zip.js'
import { unfoldBoxes } from './boxes.js'
import { markChunks, type Chunk } from './chunks.js'
import { hasFormulas, writeFormulas } from './formulas.js'
import { writeLabels } from './labels.js'
import { letterheadIn, linesOf } from './letterhead.js'
import { WordNumbering } from './numbering.js'
import { leaveLoose, notesIn } from './loose.js'
import { findParts } from './parts.js'
import { leaveSeen } from './seen.js'
import { WordStyles } from './styles.js'
import { readXml } from './xml.js'

/** A document's parts, as mammoth asks for them instead of the file itself. */
export interface UnpackedWord {
  /** What headers and footers hold of a letterhead. */
  letterhead: string[]
  /** Files that it takes in as pieces of its text. */
  chunks: Chunk[]
  exists: (name: string) => boolean
  read: (name: string) => Promise<string>
}

/** The parts of a document, those of its text as Word would show it. Throws PackedError. */
export async function unpackWord(zip: OfficeZip): Promise<UnpackedWord> {
  const parts = await findParts(zip)
  const styles = new WordStyles(await rootOf(zip, parts.styles))
  const numbering = new WordNumbering(await rootOf(zip, parts.numbering), styles)
  const edited = new Map<string, string>()
  const chunks: Chunk[] = []
  const notes = new Set<string>()
  for (const name of [parts.footnotes, parts.endnotes, parts.document]) {
    const content = name === null ? null : await zip.part(name)
    if (name === null || content === null) continue
    const { root, write } = readXml(content, true)
    leaveSeen(root, styles)
    if (name !== parts.document) for (const note of notesIn(root)) notes.add(note)
    leaveLoose(root, notes)
    if (name === parts.document) chunks.push(...(await markChunks(zip, name, root)))
    unfoldBoxes(root)
    if (hasFormulas(content)) writeFormulas(root)
    writeLabels(root, styles, numbering)
    edited.set(name, write())
  }
  return {
    chunks,
    letterhead: letterheadIn((await Promise.all(zip.names.map((name) => linesOfEdge(zip, name, styles)))).flat()),
    // The library would count every list from 1, in digits.
    exists: (name) => name !== parts.numbering && zip.has(name),
    read: async (name) => edited.get(name) ?? (await zip.part(name)) ?? '',
  }
}

const EDGE = /^word\/(?:header|footer)\d*\.xml$/

/** The lines of a header or footer; none of any other part. */
async function linesOfEdge(zip: OfficeZip, name: string, styles: WordStyles): Promise<string[]> {
  const root = EDGE.test(name) ? await rootOf(zip, name) : null
  if (root === null) return []
  leaveSeen(root, styles)
  return linesOf(root)
}

async function rootOf(zip: OfficeZip, name: string | null): Promise<Element | null> {
  const content = name === null ? null : await zip.part(name)
  return content === null ? null : readXml(content).root
}
