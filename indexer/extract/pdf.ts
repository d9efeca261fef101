import { createRequire } from 'node:module'
import path from 'node:path'
import type { PDFDocumentProxy, TextItem } from 'pdfjs-dist/types/src/display/api.js'
import type { ExtraLabels } from '../labels.js'
import type { FileContent } from '../record.js'
import { text } from '../text.zh.js'
import { emptyRecord } from './fields.js'
import { takeHead } from './head-pairs.js'
import { pageLines } from './layout/columns.js'
import type { Fragment, Line } from './layout/line.js'
import { addLines } from './layout/paragraphs.js'
import { withoutRadicals } from './layout/radicals.js'
import { withoutRunningHeads } from './layout/running-heads.js'
import { one, skip } from './outcome.js'
import { pdfjs } from './pdfjs.js'

/** Fewer characters than this on all pages together are a stamp or a scanner's mark, not a text. */
const MIN_TEXT = 10

/**
 * Reads the text of a PDF: lines put together to paragraphs, running heads left out, a metadata table at its head
 * taken as such. A PDF that is locked, broken or made of images alone is skipped with the reason. `onPage` is called
 * after each page that could be read.
 */
export async function extractPdf(
  bytes: Buffer,
  extra: ExtraLabels | undefined,
  onPage: () => void,
): Promise<FileContent> {
  const { getDocument, VerbosityLevel } = await pdfjs()
  const home = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = getDocument({
    data: new Uint8Array(bytes),
    // Without its table, text in the encodings of old Chinese fonts (GBK-EUC-H …) comes out as nothing.
    cMapUrl: `${path.join(home, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${path.join(home, 'standard_fonts')}/`,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const { pages, unreadable } = await readPages(await task.promise, onPage)
    const lines = withoutRunningHeads(pages).flat()
    const length = pages.flat().reduce((sum, line) => sum + line.text.length, 0)
    if (length === 0 && unreadable.length > 0) return skip(text.skipped.broken(text.kinds.pdf))
    if (length < MIN_TEXT) return skip(text.skipped.scan(pages.length))
    const record = emptyRecord(null)
    addLines(record, lines)
    takeHead(record, extra)
    const empty = pages.flatMap((page, index) => (page.length === 0 ? [index + 1] : []))
    if (empty.length > 0) record.unreadable.push(text.warnings.pagesWithoutText(empty))
    return one(record)
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    return skip(isLocked ? text.skipped.locked(text.kinds.pdf) : text.skipped.broken(text.kinds.pdf))
  } finally {
    await task.destroy().catch(() => undefined)
  }
}

async function readPages(
  document: PDFDocumentProxy,
  onPage: () => void,
): Promise<{ pages: Line[][]; unreadable: number[] }> {
  const pages: Line[][] = []
  const unreadable: number[] = []
  for (let number = 1; number <= document.numPages; number++) {
    try {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const height = page.getViewport({ scale: 1 }).height
      const fragments = items.filter((item): item is TextItem => 'str' in item).map((item) => fragmentOf(item, height))
      pages.push(pageLines(fragments, number))
      page.cleanup()
      onPage()
    } catch {
      // A page that is broken costs that page.
      unreadable.push(number)
      pages.push([])
    }
  }
  return { pages, unreadable }
}

/** `transform` is the text's matrix: scale and place, y growing upwards. */
function fragmentOf({ str, transform, width, height }: TextItem, pageHeight: number): Fragment {
  const [, , c, d, x, y] = transform as [number, number, number, number, number, number]
  return { text: withoutRadicals(str), x, y: pageHeight - y, width, size: Math.hypot(c, d) || height }
}
