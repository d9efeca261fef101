import { createRequire } from 'node:module'
import path from 'node:path'
import type { PDFDocumentProxy, TextItem } from 'pdfjs-dist/types/src/display/api.js'
import type { ExtraLabels } from '../labels.js'
import type { FileContent } from '../record.js'
import { text } from '../text.zh.js'
import { emptyRecord } from './fields.js'
import { takeHead } from './head-pairs.js'
import type { Line } from './layout/line.js'
import { addLines } from './layout/paragraphs.js'
import { withoutRadicals } from './layout/radicals.js'
import { withoutRunningHeads } from './layout/running-heads.js'
import { noteOblique, uprightLines, type TurnedFragment } from './layout/upright.js'
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
    const { pages, unreadable, oblique } = await readPages(await task.promise, onPage)
    const lines = withoutRunningHeads(pages).flat()
    const length = pages.flat().reduce((sum, line) => sum + line.text.length, 0)
    if (length === 0 && unreadable.length > 0) return skip(text.skipped.broken(text.kinds.pdf))
    if (length < MIN_TEXT) return skip(text.skipped.scan(pages.length))
    const record = emptyRecord(null)
    addLines(record, lines)
    takeHead(record, extra)
    const empty = pages.flatMap((page, index) => (page.length === 0 ? [index + 1] : []))
    if (empty.length > 0) record.unreadable.push(text.warnings.pagesWithoutText(empty))
    noteOblique(record, oblique)
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
): Promise<{ pages: Line[][]; unreadable: number[]; oblique: Set<string> }> {
  const pages: Line[][] = []
  const oblique = new Set<string>()
  const { Util } = await pdfjs()
  const unreadable: number[] = []
  for (let number = 1; number <= document.numPages; number++) {
    try {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const { transform } = page.getViewport({ scale: 1 })
      const fragments = items
        .filter((item): item is TextItem => 'str' in item)
        .map((item) => fragmentOf(item, Util.transform(transform, item.transform)))
      const read = uprightLines(fragments, number)
      pages.push(read.lines)
      if (read.oblique !== null) oblique.add(read.oblique)
      page.cleanup()
      onPage()
    } catch {
      // A page that is broken costs that page.
      unreadable.push(number)
      pages.push([])
    }
  }
  return { pages, unreadable, oblique }
}

/** `matrix` is the text's scale, direction and place on the page as it is shown, y growing downwards. */
function fragmentOf({ str, width, height }: TextItem, matrix: number[]): TurnedFragment {
  const [a, b, c, d, x, y] = matrix as [number, number, number, number, number, number]
  const angle = (Math.atan2(b, a) * 180) / Math.PI
  return { text: withoutRadicals(str), x, y, width, size: Math.hypot(c, d) || height, angle }
}
