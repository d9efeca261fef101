import type { CheerioAPI } from 'cheerio/slim'
import type { AnyNode } from './html-node.js'
import { appendAll } from '../append-all.js'

/** What stands around the text of a page and is never about the document. */
export const AROUND = 'nav, footer, form, aside, .breadcrumb, .nav, .footer, .share, .related, .copyright'
/** What is not the text, and may hold the document's title and metadata, or the site's. */
const HEADS = 'header, .header'

/** Takes away what stands around the text, but not a form that holds most of the page: some systems have all in one. */
export function removeFrame(page: CheerioAPI): void {
  const all = lengthOf(page('body').text())
  page(AROUND).each((_, element) => {
    const isPage = element.tagName === 'form' && lengthOf(page(element).text()) > all / 2
    if (!isPage) page(element).remove()
  })
}

const lengthOf = (text: string): number => text.replace(/\s+/g, '').length

/** All that is in a header, to be read for metadata and then to be dropped from the text. */
export function headNodes(page: CheerioAPI): Set<AnyNode> {
  const nodes = new Set<AnyNode>()
  const waiting: AnyNode[] = page(HEADS).toArray()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (nodes.has(node)) continue
    nodes.add(node)
    if ('children' in node) appendAll(waiting, node.children)
  }
  return nodes
}
