import { posix } from 'node:path'
import type { OfficeZip } from '../office-zip.js'
import { attribute, elementsBelow, readXml } from './xml.js'

/** What a part of a document says of another one that belongs to it. */
export interface Relation {
  /** By which the part names it; null where it has none. */
  id: string | null
  /** The last word of the relation's type: styles, footnotes, image. */
  kind: string | null
  /** Where the other part lies in the archive, if it does. */
  name: string
  /** It lies somewhere else. */
  isExternal: boolean
}

/** The relations of a part, '' for those of the document as a whole, in their order. Throws PackedError. */
export async function relationsOf(zip: OfficeZip, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part)
  const relations = await zip.part(posix.join(folder, '_rels', `${posix.basename(part)}.rels`))
  if (relations === null) return []
  return [...elementsBelow(readXml(relations).root)].flatMap((relation) => {
    const target = attribute(relation, 'Target')
    if (target === null) return []
    return {
      id: attribute(relation, 'Id'),
      kind: attribute(relation, 'Type')?.split('/').at(-1) ?? null,
      name: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      isExternal: attribute(relation, 'TargetMode') === 'External',
    }
  })
}
