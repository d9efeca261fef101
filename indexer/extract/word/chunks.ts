import { decodeFile } from '../../encoding.js'
import type { Element } from '../html-node.js'
import { loadHtml } from '../load-html.js'
import { isWebArchive, pageOfArchive } from '../mhtml.js'
import type { OfficeZip } from '../office-zip.js'
import { relationsOf } from './relations.js'
import { attribute, elementsBelow, isNamed, readXml, replaceBelow } from './xml.js'

/** A file that a document takes in as a piece of its text (`altChunk`): the page, or null for one that is not read. */
export interface Chunk {
  /** The text of the paragraph that stands in its place. */
  marker: string
  name: string
  html: string | null
}

/**
 * Puts a paragraph in the place of each file that a document takes in whole: programs that write a page as a DOCX do
 * only that, and leave it to Word to read the page. Throws PackedError.
 */
export async function markChunks(zip: OfficeZip, document: string, root: Element): Promise<Chunk[]> {
  const ids = [...elementsBelow(root)].flatMap((node) => (isNamed(node, 'altChunk') ? [attribute(node, 'id')] : []))
  if (ids.length === 0) return []
  const own = (await relationsOf(zip, document)).filter(({ isExternal }) => !isExternal)
  const names = new Map(own.map(({ id, name }) => [id, name]))
  const chunks: Chunk[] = []
  for (const [index, id] of ids.entries()) {
    const name = (id === null ? undefined : names.get(id)) ?? ''
    chunks.push({ marker: `\ue0a1altChunk ${index}\ue0a1`, name, html: await pageIn(zip, name) })
  }
  let next = 0
  replaceBelow(root, (node) => {
    if (!isNamed(node, 'altChunk')) return [node]
    const prefix = node.tagName.slice(0, node.tagName.indexOf(':') + 1)
    const [p, r, t] = ['p', 'r', 't'].map((tag) => prefix + tag)
    return readXml(`<${p}><${r}><${t}>${chunks[next++]!.marker}</${t}></${r}></${p}>`).root.children
  })
  return chunks
}

/** The body of a page that is a part of a document; null for any other kind of file, such as a document in it. */
async function pageIn(zip: OfficeZip, name: string): Promise<string | null> {
  if (!/\.(?:x?html?|mht|mhtml|txt)$/i.test(name)) return null
  const bytes = await zip.bytes(name)
  if (bytes === null || bytes.length === 0) return null
  const content = isWebArchive(bytes) ? pageOfArchive(bytes) : decodeFile(bytes)
  if (content === null) return null
  if (/\.txt$/i.test(name))
    return content
      .split(/\r\n?|\n/)
      .map((line) => `<p>${escaped(line)}</p>`)
      .join('')
  const page = loadHtml(content)
  page('script, style').remove()
  return page('body').html()
}

const escaped = (line: string): string => line.replace(/&/g, '&amp;').replace(/</g, '&lt;')
