import { t } from '../text.zh.js'
import type { SearchForm } from './search-form.js'

export interface MetaTag {
  name: string
  content: string
}

/** A feed of what a page shows. */
export interface FeedLink {
  type: string
  title: string
  url: string
}

/** What the layout prints around every page. */
export interface Page {
  /** The whole `<title>`. */
  title: string
  /** Page tags of 政府网站发展指引（国办发〔2017〕47号）. */
  meta: MetaTag[]
  /** Absolute address, null where the page has none of its own. */
  canonical: string | null
  feeds: FeedLink[]
  /** The search box above the content; null where the page shows its own. */
  search: SearchForm | null
}

/** A page's frame: its title before the site's name, the site's own tags before the page's. */
export function page(
  title: string,
  search: SearchForm | null,
  more: Partial<Pick<Page, 'meta' | 'canonical' | 'feeds'>> = {},
): Page {
  const name = t.site.name
  return {
    title: title ? `${title}${t.site.titleSeparator}${name}` : `${name}${t.site.titleSeparator}${t.site.tagline}`,
    meta: [{ name: 'SiteName', content: name }, ...(more.meta ?? [])],
    canonical: more.canonical ?? null,
    feeds: more.feeds ?? [],
    search,
  }
}
