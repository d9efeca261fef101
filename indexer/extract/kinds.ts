import { text } from '../text.zh.js'
import { hasTag } from './has-tag.js'

export type TextKind = 'html' | 'markdown' | 'plain' | 'json' | 'table'
export type OfficeKind = 'pdf' | 'docx' | 'doc' | 'ofd' | 'xlsx'
export type Kind = TextKind | OfficeKind

const EXTENSIONS = new Map<string, Kind>(
  Object.entries({
    html: 'html',
    htm: 'html',
    shtml: 'html',
    xhtml: 'html',
    xml: 'html',
    mht: 'html',
    mhtml: 'html',
    md: 'markdown',
    markdown: 'markdown',
    txt: 'plain',
    text: 'plain',
    '': 'plain',
    json: 'json',
    jsonl: 'json',
    ndjson: 'json',
    csv: 'table',
    tsv: 'table',
    pdf: 'pdf',
    docx: 'docx',
    docm: 'docx',
    dotx: 'docx',
    doc: 'doc',
    dot: 'doc',
    wps: 'doc',
    ofd: 'ofd',
    xlsx: 'xlsx',
    xlsm: 'xlsx',
  } as const),
)

const UNREADABLE: Record<string, string[]> = {
  [text.kinds.office]: ['xls', 'ppt', 'pptx', 'et', 'dps', 'odt', 'ods', 'odp', 'rtf', 'uot'],
  [text.kinds.ebook]: ['ceb', 'cebx', 'caj', 'epub', 'djvu', 'gd', 'sep'],
  [text.kinds.zip]: ['zip', 'tar', 'tgz', 'rar', '7z', 'gz', 'bz2', 'xz', 'zst', 'iso'],
  [text.kinds.image]: ['jpg', 'jpeg', 'png', 'gif', 'bmp', 'tif', 'tiff', 'webp', 'svg', 'ico', 'heic'],
  [text.kinds.media]: ['mp3', 'mp4', 'wav', 'avi', 'mov', 'wmv', 'flv', 'm4a', 'webm'],
  [text.kinds.program]: ['exe', 'dll', 'so', 'class', 'jar', 'js', 'css', 'ttf', 'woff', 'woff2', 'db', 'sqlite'],
}

/** The first bytes that tell a format whatever the file is called: one that we read, or what it is instead. */
const SIGNATURES: [signature: string, kind: { kind: OfficeKind } | { container: 'zip' } | { other: string }][] = [
  ['%PDF-', { kind: 'pdf' }],
  ['PK\x03\x04', { container: 'zip' }],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', { kind: 'doc' }],
  ['{\\rtf', { other: text.kinds.office }],
  ['\x89PNG\r\n', { other: text.kinds.image }],
  ['\xff\xd8\xff', { other: text.kinds.image }],
  ['GIF8', { other: text.kinds.image }],
  ['\x1f\x8b', { other: text.kinds.zip }],
  ['7z\xbc\xaf', { other: text.kinds.zip }],
  ['Rar!', { other: text.kinds.zip }],
  ['\x7fELF', { other: text.kinds.program }],
  ['MZ\x90\0', { other: text.kinds.program }],
]
/** Writers of PDF may put something before its signature. */
const PDF_WITHIN = 1024

export const extensionOf = (path: string): string => /[^/\\]\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''

/** One of several parts of an archive: a.part1.rar, a.zip.001, a.z01, a.r00. */
const SPLIT = /\.(?:part\d+\.rar|(?:zip|7z|rar|tar)\.\d{2,3}|[zr]\d{2})$/i

export const isSplitArchive = (path: string): boolean => SPLIT.test(path)

/** Why a file of a kind that is not read is left out. */
export const skippedKind = (kind: string): string =>
  kind === text.kinds.zip ? text.skipped.otherArchive : text.skipped.kind(kind)

/** The kind of a file by its name, or why it cannot be read. */
export function kindByName(path: string): { kind: Kind } | { skipped: string } {
  const extension = extensionOf(path)
  const kind = EXTENSIONS.get(extension)
  if (kind) return { kind }
  const unreadable = Object.entries(UNREADABLE).find(([, extensions]) => extensions.includes(extension))
  return { skipped: unreadable ? skippedKind(unreadable[0]) : text.skipped.extension(`.${extension}`) }
}

/** What the bytes are by their signature; null where nothing speaks against text. */
export function kindBySignature(bytes: Buffer): (typeof SIGNATURES)[number][1] | null {
  const head = bytes.subarray(0, PDF_WITHIN).toString('latin1')
  const found = SIGNATURES.find(([signature]) => head.startsWith(signature))
  if (found) return found[1]
  return head.includes('\n%PDF-') ? { kind: 'pdf' } : null
}

/** What a ZIP is by the parts it holds; null for an archive of files. */
export function kindByParts(names: readonly string[]): { kind: OfficeKind } | { other: string } | null {
  const has = (name: string): boolean => names.includes(name)
  if (has('word/document.xml') || names.some((name) => /^word\/document\d*\.xml$/.test(name))) return { kind: 'docx' }
  if (has('xl/workbook.xml')) return { kind: 'xlsx' }
  if (has('OFD.xml')) return { kind: 'ofd' }
  const isOffice = has('[Content_Types].xml') || (has('mimetype') && has('META-INF/manifest.xml'))
  return isOffice ? { other: text.kinds.office } : null
}

/** A piece of a page, as content systems keep the text of one. */
const FRAGMENT = /^\s*<(div|p|table|section|article|center|font|span|h[1-6]|ul|ol)(\s[^<>]{0,1000})?>[^]{0,4000}<\/\1>/i

/** The kind of a text by what it looks like, where that is plainer than its name. */
export function kindByContent(content: string, named: TextKind): TextKind {
  if (named !== 'plain' && named !== 'html') return named
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)?(<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(content))
    return 'html'
  if (named === 'plain' && FRAGMENT.test(content)) return 'html'
  if (named === 'plain' && /^\s*(\{\s*"|\[\s*\{\s*")/.test(content)) return 'json'
  return named === 'html' && !hasTag(content, /<[a-z!/]/i) ? 'plain' : named
}

/** Documents of Office 2003 that are one XML file, and the same of later versions, whatever they are called. */
const OFFICE_XML: [mark: RegExp, reason: string][] = [
  [/<\?mso-application\s+progid=["']Word\.|<w:wordDocument\b/, text.skipped.wordXml],
  [
    /<\?mso-application\s+progid=["']Excel\.|<Workbook\s[^>]*urn:schemas-microsoft-com:office:spreadsheet/,
    text.skipped.excelXml,
  ],
  [/<\?mso-application\s|<pkg:package\b/, text.skipped.wordXml],
]
/** Their marks stand at the beginning. */
const OFFICE_XML_WITHIN = 2048

/** Why a text is not read that is the mark-up of an Office document; null for any other. */
export function officeXml(content: string): string | null {
  const head = content.slice(0, OFFICE_XML_WITHIN)
  if (!/^\s*<(\?xml|w:wordDocument|Workbook)\b/.test(head)) return null
  return OFFICE_XML.find(([mark]) => mark.test(head))?.[1] ?? null
}

/** Whether a text begins as mark-up does. */
export const isMarkup = (content: string): boolean => /^\s*<[a-z!?]/i.test(content.slice(0, OFFICE_XML_WITHIN))

export const isOffice = (kind: Kind): kind is OfficeKind => ['pdf', 'docx', 'doc', 'ofd', 'xlsx'].includes(kind)
