import { posix } from 'node:path'
import { load, type CheerioAPI } from 'cheerio/slim'
import type { ExtraLabels } from '../labels.js'
import type { FileContent } from '../record.js'
import { text } from '../text.zh.js'
import { emptyRecord } from './fields.js'
import { takeHead } from './head-pairs.js'
import type { Line } from './layout/line.js'
import { addLines } from './layout/paragraphs.js'
import { withoutRunningHeads } from './layout/running-heads.js'
import { noteOblique, uprightLines } from './layout/upright.js'
import { OfficeZip } from './office-zip.js'
import { fragmentsOf, named } from './ofd-text.js'
import { one, skip } from './outcome.js'

/**
 * Reads an OFD (GB/T 33190—2016): `OFD.xml` names the documents, each of these its pages, whose text objects are put
 * together to lines and paragraphs by where they stand. `onPage` is called after each page.
 */
export async function extractOfd(
  bytes: Buffer,
  extra: ExtraLabels | undefined,
  onPage: () => void,
): Promise<FileContent> {
  const zip = await OfficeZip.open(bytes)
  await zip.check()
  const pages: Line[][] = []
  const missing: number[] = []
  const oblique = new Set<string>()
  for (const path of await pagePaths(zip)) {
    const page = await xml(zip, path)
    if (page === null) missing.push(pages.length + 1)
    const read = uprightLines(page === null ? [] : fragmentsOf(page), pages.length + 1)
    pages.push(read.lines)
    if (read.oblique !== null) oblique.add(read.oblique)
    onPage()
  }
  if (pages.length === 0) return skip(text.skipped.broken(text.kinds.ofd))
  const record = emptyRecord(null)
  addLines(record, withoutRunningHeads(pages).flat())
  if (record.paragraphs.length === 0) return skip(text.skipped.scan(pages.length))
  takeHead(record, extra)
  const empty = pages.flatMap((page, index) => (page.length === 0 ? [index + 1] : []))
  if (empty.length > 0) record.unreadable.push(text.warnings.pagesWithoutText(empty))
  noteOblique(record, oblique)
  return one(record)
}

async function pagePaths(zip: OfficeZip): Promise<string[]> {
  const root = await xml(zip, 'OFD.xml')
  const paths: string[] = []
  for (const documentRoot of root === null ? [] : named(root('*').toArray(), 'DocRoot')) {
    const path = resolve('', root!(documentRoot).text())
    const document = await xml(zip, path)
    for (const page of document === null ? [] : named(document('*').toArray(), 'Page'))
      if (page.attribs['BaseLoc'] !== undefined) paths.push(resolve(path, page.attribs['BaseLoc']))
  }
  return paths
}

/** A place that a part names: from the root with a leading slash, else from the part's own folder. */
function resolve(part: string, place: string): string {
  const trimmed = place.trim()
  return posix.normalize(trimmed.startsWith('/') ? trimmed.slice(1) : posix.join(posix.dirname(part), trimmed))
}

async function xml(zip: OfficeZip, path: string): Promise<CheerioAPI | null> {
  const content = await zip.part(path)
  return content === null ? null : load(content, { xml: true })
}
