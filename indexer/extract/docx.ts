import type { ExtraLabels } from '../labels.js'
import type { FileContent } from '../record.js'
import { text as unread } from '../text.unread.zh.js'
import { text } from '../text.zh.js'
import { emptyRecord } from './fields.js'
import { takeHead } from './head-pairs.js'
import { readBlocks } from './html-blocks.js'
import { printBoxes } from './html-boxes.js'
import { writeRaised } from './html-raised.js'
import { loadHtml } from './load-html.js'
import { OfficeZip } from './office-zip.js'
import { one, skip } from './outcome.js'
import { putLetterhead } from './word/letterhead.js'
import { unpackWord } from './word/unpacked.js'
import { noteUnread, picturesIn } from './word/unread.js'

/** Names of heading styles that Chinese word processors give besides the English ones. */
const STYLES = [
  "p[style-name='标题'] => h1:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
]

/** Reads a DOCX: headings by their styles, paragraphs, rows of tables, a metadata table at its head. */
export async function extractDocx(bytes: Buffer, extra?: ExtraLabels): Promise<FileContent> {
  const zip = await OfficeZip.open(bytes)
  await zip.check()
  // `file` is what the library itself makes of a buffer; its types do not name it.
  const file = await unpackWord(zip)
  const input = { file } as unknown as { buffer: Buffer }
  const { default: mammoth } = await import('mammoth')
  const converted = await mammoth
    .convertToHtml(input, {
      styleMap: STYLES,
      externalFileAccess: false,
      // Pictures are not even unpacked.
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    })
    .catch(() => null)
  // The library fails on parts that are cut off or missing in many ways.
  if (converted === null) return skip(text.skipped.broken(text.kinds.docx))
  const page = loadHtml(converted.value)
  // Links from notes back to their places are for turning pages, not text.
  page('a[href^="#footnote-ref"], a[href^="#endnote-ref"]').remove()
  const record = emptyRecord(null)
  for (const { marker, name, html } of file.chunks) {
    const place = page('p').filter((_, paragraph) => page(paragraph).text() === marker)
    if (html === null) record.unreadable.push(unread.chunk(name))
    place.replaceWith(html ?? '')
  }
  printBoxes(page)
  writeRaised(page)
  readBlocks(page, page('body'), record)
  putLetterhead(record, file.letterhead)
  if (record.paragraphs.length === 0)
    return skip(picturesIn(zip.names) > 0 ? text.skipped.onlyPictures : text.skipped.noWords(text.kinds.docx))
  noteUnread(record, zip.names)
  takeHead(record, extra)
  return one(record)
}
