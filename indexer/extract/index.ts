import { decodeFile, UnreadableFileError, withLineFeeds, withTextBreaks } from '../encoding.js'
import { PackedError } from '../packed/packed.js'
import type { ExtractedRecord, FileContent } from '../record.js'
import type { Source } from '../sources/source.js'
import { text } from '../text.zh.js'
import { restriction } from '../visibility.js'
import { withoutControls } from './controls.js'
import { extractCsv } from './csv.js'
import { extractDoc } from './doc.js'
import { extractDocx } from './docx.js'
import { hasNestedEntities } from './entities.js'
import { isBlank } from './fields.js'
import { framesIn } from './html-frameset.js'
import { isErrorPage } from './html-unread.js'
import { extractHtml } from './html.js'
import { extractJson, extractJsonLines } from './json-lines.js'
import {
  extensionOf,
  isMarkup,
  isOffice,
  isSplitArchive,
  kindByContent,
  kindByName,
  kindByParts,
  kindBySignature,
  skippedKind,
  officeXml,
  type OfficeKind,
  type TextKind,
} from './kinds.js'
import { isTableText } from './heading.js'
import { extractMarkdown } from './markdown.js'
import { attachedFiles, isWebArchive, pageOfArchive } from './mhtml.js'
import { extractOfd } from './ofd.js'
import { OfficeZip } from './office-zip.js'
import { one, skip } from './outcome.js'
import { extractPdf } from './pdf.js'
import { extractRecordTexts, isRecordText } from './record-text.js'
import { extractXlsx } from './xlsx.js'

/** Characters of the text of one record: more than twice the longest documents there are. */
const MAX_CHARACTERS = 5_000_000

/** What the page in an archive would be called by itself. */
const PAGE = 'page.html'

/** What a source says about how its files are read. */
export type ExtractSettings = Pick<Source, 'labels' | 'selectors'> | null

/**
 * Reads the records of one file, in the format that its name and its content show. `path` is only looked at for its
 * ending; `onProgress` is called while a long file is read. A file that holds nothing to read is `skipped` with the
 * reason. Throws only for a fault of a reader.
 */
export async function extractFile(
  path: string,
  bytes: Buffer,
  settings: ExtractSettings,
  onProgress: () => void = () => undefined,
): Promise<FileContent> {
  if (bytes.length === 0) return skip(text.skipped.empty)
  try {
    const kind = await officeKind(path, bytes)
    if (kind !== null && 'skipped' in kind) return skip(kind.skipped)
    if (kind !== null) return withoutTooLong(await extractOffice(kind.kind, bytes, settings, onProgress))
    const isArchive = isWebArchive(bytes)
    const content = isArchive ? pageOfArchive(bytes) : decodeFile(bytes)
    if (content === null) return skip(text.skipped.noPage)
    if (isBlank(content)) return skip(text.skipped.blank)
    const read = withoutTooLong(extractText(content, isArchive ? PAGE : path, settings, onProgress))
    return isArchive ? withAttachments(read, attachedFiles(bytes)) : read
  } catch (error) {
    if (error instanceof UnreadableFileError || error instanceof PackedError) return skip(error.reason)
    // The libraries go through what is nested by calling themselves.
    if (error instanceof RangeError && /call stack/.test(error.message)) return skip(text.skipped.nested)
    throw error
  }
}

/** The same for a portion of JSON Lines that comes after so many lines of its file. */
export function extractLines(
  bytes: Buffer,
  before: number,
  settings: ExtractSettings,
  onProgress: () => void = () => undefined,
): FileContent {
  try {
    return withoutTooLong(extractJsonLines(decodeFile(bytes), before, settings?.labels, onProgress))
  } catch (error) {
    if (error instanceof UnreadableFileError) return skip(error.reason)
    throw error
  }
}

/** What a mail carries beside its page is told: a notice often is only in there. */
function withAttachments(content: FileContent, names: readonly string[]): FileContent {
  if (names.length === 0) return content
  const message = text.warnings.attachments(names.join('、'))
  return { ...content, notes: [...(content.notes ?? []), { record: null, message }] }
}

/** Rejects records that are longer than any document is, and takes out what is no text. */
function withoutTooLong(read: FileContent): FileContent {
  const content = withoutControls(read)
  const isTooLong = ({ paragraphs }: ExtractedRecord): boolean =>
    paragraphs.reduce((length, paragraph) => length + paragraph.length, 0) > MAX_CHARACTERS
  const reason = text.rejected.tooLong(MAX_CHARACTERS / 10_000)
  const tooLong = content.records.filter(isTooLong)
  if (tooLong.length === 0) return content
  const records = content.records.filter((record) => !isTooLong(record))
  const rejected = tooLong.map(({ position }) => ({ record: position, field: 'paragraphs', reason }))
  const withheld = content.withheld === true || tooLong.some((record) => restriction(record) !== null)
  return { ...content, records, rejected: [...content.rejected, ...rejected], withheld }
}

/** The format of a file that is no text, or why it is not read; null for text. What it is counts, not its name. */
async function officeKind(path: string, bytes: Buffer): Promise<{ kind: OfficeKind } | { skipped: string } | null> {
  if (isSplitArchive(path)) return { skipped: text.skipped.splitArchive }
  const named = kindByName(path)
  const signed = kindBySignature(bytes)
  // Word's own signature is that of other old formats, too.
  if (signed && 'kind' in signed && !(signed.kind === 'doc' && 'skipped' in named)) return signed
  if (signed && 'container' in signed) {
    const inside = kindByParts((await OfficeZip.open(bytes)).names)
    if (inside === null) return { skipped: text.skipped.archive }
    return 'kind' in inside ? inside : { skipped: skippedKind(inside.other) }
  }
  // Systems export web pages as sheets.
  const isSheet = /^(xls|xlsx|et)$/.test(extensionOf(path))
  if (isSheet && !signed && isMarkupFile(bytes))
    return { skipped: officeXml(textIn(bytes) ?? '') ?? text.skipped.pageAsSheet }
  if ('skipped' in named) return named
  if (signed) return { skipped: skippedKind('other' in signed ? signed.other : text.kinds.office) }
  if (!isOffice(named.kind)) return null
  // Offices save web pages as .doc; all else that is named so and is not, is broken.
  return named.kind === 'doc' && (isWebArchive(bytes) || textIn(bytes) !== null)
    ? null
    : { skipped: text.skipped.broken(text.kinds[named.kind]) }
}

const isMarkupFile = (bytes: Buffer): boolean => isWebArchive(bytes) || isMarkup(textIn(bytes) ?? '')

function textIn(bytes: Buffer): string | null {
  try {
    return decodeFile(bytes)
  } catch {
    return null
  }
}

function extractOffice(
  kind: OfficeKind,
  bytes: Buffer,
  settings: ExtractSettings,
  onProgress: () => void,
): Promise<FileContent> {
  switch (kind) {
    case 'pdf':
      return extractPdf(bytes, settings?.labels, onProgress)
    case 'ofd':
      return extractOfd(bytes, settings?.labels, onProgress)
    case 'docx':
      return extractDocx(bytes, settings?.labels)
    case 'doc':
      return extractDoc(bytes, settings?.labels)
    case 'xlsx':
      return extractXlsx(bytes, settings?.labels, onProgress)
  }
}

function extractText(content: string, path: string, settings: ExtractSettings, onProgress: () => void): FileContent {
  const otherwise = officeXml(content)
  if (otherwise !== null) return skip(otherwise)
  const kind = textKind(path, content)
  if (kind === null && extensionOf(path) !== 'xml') return skip(text.skipped.broken(text.kinds.doc))
  if (kind === null) return skip(text.skipped.extension(`.${extensionOf(path)}`))
  if (kind === 'html' && hasNestedEntities(content)) return skip(text.skipped.entities)
  const frames = kind === 'html' ? framesIn(content) : null
  if (frames !== null) return skip(text.skipped.frames(frames))
  const labels = settings?.labels
  if (kind === 'json') return extractJson(content, labels, onProgress)
  const isTable = kind === 'table' || (kind === 'plain' && isTableText(content, labels))
  if (isTable) return extractCsv(withLineFeeds(content), labels, onProgress)
  const lines = withTextBreaks(content)
  switch (kind) {
    case 'html':
      return page(extractHtml(lines, settings?.selectors ?? null, labels))
    case 'markdown':
    case 'plain':
      return isRecordText(lines, labels)
        ? { records: extractRecordTexts(lines, labels), skipped: null, rejected: [] }
        : one(extractMarkdown(lines, kind === 'markdown', labels))
  }
}

const page = (record: ExtractedRecord): FileContent =>
  isErrorPage(record) ? skip(text.skipped.errorPage) : one(record)

/** Null for XML that is no page. */
function textKind(path: string, content: string): TextKind | null {
  const named = kindByName(path)
  const textual = 'kind' in named && !isOffice(named.kind) ? named.kind : null
  const kind = textual ?? (isMarkup(content) ? 'html' : 'plain')
  const found = kindByContent(content, kind)
  const isXml = textual !== null ? extensionOf(path) === 'xml' : /^\s*<\?xml/.test(content)
  return isXml && !hasNestedEntities(content) && kindByContent(content, 'plain') !== 'html' ? null : found
}
