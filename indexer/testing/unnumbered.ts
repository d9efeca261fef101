import { createHash } from 'node:crypto'
import { NOT_ENRICHED } from '../contract/document.js'
import type { UnnumberedDocument } from '../record.js'

/** A record as it comes from a file, with a title and one paragraph; the content hash is that of its paragraphs. */
export function unnumbered(changes: Partial<UnnumberedDocument> = {}): UnnumberedDocument {
  const paragraphs = changes.paragraphs ?? ['正文。']
  return {
    ...{ title: '题', issuer: null, doc_number: null, index_number: null, written: null, published: null },
    ...{ effective: null, validity: '未标注', topics: [], keywords: [], speaker: null, url: null },
    ...{ file: 'records/a.txt', paragraphs, outline: [], derived: [], ...NOT_ENRICHED },
    content_hash: createHash('sha256').update(paragraphs.join('\n')).digest('hex'),
    ...changes,
  }
}
