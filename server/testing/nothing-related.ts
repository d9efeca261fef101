import type { Related } from '../search/related.js'

/** What a document has to do with in an archive that holds nothing else. */
export const NOTHING_RELATED: Related = {
  references: [],
  citedBy: { total: 0, hits: [] },
  similar: [],
  heldBodies: [],
  copies: [],
  inForce: null,
}
