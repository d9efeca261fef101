import { besidesOf } from '../besides.js'
import type { Catalogue } from '../catalogue.js'
import { contentsOf } from '../holding.js'
import { qualityReport, type QualityReport } from './report.js'

/** The quality report of all that a catalogue holds. */
export function qualityOf(catalogue: Catalogue): Promise<QualityReport> {
  return qualityReport({
    documents: contentsOf(catalogue.heads(), catalogue.content),
    known: (id) => {
      const head = catalogue.head(id)
      return head && catalogue.content(head.revision)
    },
    ...besidesOf(catalogue.files()),
  })
}
