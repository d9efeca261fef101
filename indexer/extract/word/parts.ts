import type { OfficeZip } from '../office-zip.js'
import { relationsOf } from './relations.js'

/** Where the parts of a document lie in its archive; null for one that it has not. */
export type WordParts = Record<'document' | 'styles' | 'numbering' | 'footnotes' | 'endnotes', string | null>

/** Finds the parts as the document names them, else where Word puts them. Throws PackedError. */
export async function findParts(zip: OfficeZip): Promise<WordParts> {
  const document = (await related(zip, '')).get('officeDocument') ?? existing(zip, 'word/document.xml')
  const near = document === null ? new Map<string, string>() : await related(zip, document)
  const part = (name: string): string | null => near.get(name) ?? existing(zip, `word/${name}.xml`)
  return {
    document,
    styles: part('styles'),
    numbering: part('numbering'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
  }
}

const existing = (zip: OfficeZip, name: string): string | null => (zip.has(name) ? name : null)

/** The parts that a part is related to, by the kind of relation; the first of each kind. */
async function related(zip: OfficeZip, part: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { kind, name } of await relationsOf(zip, part)) {
    if (kind !== null && !found.has(kind) && zip.has(name)) found.set(kind, name)
  }
  return found
}
