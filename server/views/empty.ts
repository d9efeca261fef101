import { t } from '../text.zh.js'

/** What a page says while the archive holds nothing at all. */
export interface EmptyNotice {
  heading: string
  text: string
  /** The same page again. */
  url: string
}

export function emptyNotice(indexing: boolean, url: string): EmptyNotice {
  return { ...(indexing ? t.empty.indexing : t.empty.nothing), url }
}
