import type { SearchRequest } from '../search/types.js'
import { t } from '../text.zh.js'
import { newSearch } from '../params.js'
import { searchUrl } from '../urls.js'
import type { Hints } from '../vocabulary/hints.js'

/** Where the query as typed finds no more than this, what was probably meant is shown large. */
const FEW = 3

export interface HintsView {
  meant: { q: string; url: string; found: string; prominent: boolean } | null
  related: { label: string; url: string }[]
}

/** `total` is what the query as typed finds. The corrected query keeps the filters, a related one is a new search. */
export function hintsView(request: SearchRequest, { correction, related }: Hints, total: number): HintsView {
  return {
    meant: correction && {
      q: correction.q,
      url: searchUrl({ ...request, q: correction.q, page: 1 }),
      found: t.hints.found(correction.total),
      prominent: total <= FEW,
    },
    related: related.map((word) => ({ label: word, url: searchUrl(newSearch({ q: word })) })),
  }
}
