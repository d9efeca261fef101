import { text } from '../text.zh.js'

export type TextKind = 'html' | 'markdown' | 'plain' | 'json' | 'table'

const EXTENSIONS = new Map<string, TextKind>(
  Object.entries({
    html: 'html',
    htm: 'html',
    shtml: 'html',
    xhtml: 'html',
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
  } as const),
)

const UNREADABLE: Record<string, string[]> = {
  [text.kinds.pdf]: ['pdf'],
  [text.kinds.office]: ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'wps', 'et', 'odt', 'ods', 'rtf'],
  [text.kinds.ofd]: ['ofd'],
  [text.kinds.zip]: ['zip', 'rar', '7z', 'gz', 'tar', 'tgz', 'bz2', 'xz'],
  [text.kinds.image]: ['jpg', 'jpeg', 'png', 'gif', 'bmp', 'tif', 'tiff', 'webp', 'svg', 'ico'],
  [text.kinds.media]: ['mp3', 'mp4', 'wav', 'avi', 'mov', 'wmv', 'flv', 'm4a', 'webm'],
  [text.kinds.program]: ['exe', 'dll', 'so', 'class', 'jar', 'js', 'css', 'ttf', 'woff', 'woff2', 'db', 'sqlite'],
}

/** The first bytes that tell a format whatever the file is called. */
const SIGNATURES: [signature: string, kind: string][] = [
  ['%PDF-', text.kinds.pdf],
  ['PK\x03\x04', text.kinds.zip],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', text.kinds.office],
  ['{\\rtf', text.kinds.office],
  ['\x89PNG\r\n', text.kinds.image],
  ['\xff\xd8\xff', text.kinds.image],
  ['GIF8', text.kinds.image],
  ['\x1f\x8b', text.kinds.zip],
  ['7z\xbc\xaf', text.kinds.zip],
  ['Rar!', text.kinds.zip],
  ['\x7fELF', text.kinds.program],
]

export const extensionOf = (path: string): string => /[^/\\]\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''

/** The kind of a file by its name, or why it cannot be read. */
export function kindByName(path: string): { kind: TextKind } | { skipped: string } {
  const extension = extensionOf(path)
  const kind = EXTENSIONS.get(extension)
  if (kind) return { kind }
  const unreadable = Object.entries(UNREADABLE).find(([, extensions]) => extensions.includes(extension))
  return { skipped: unreadable ? text.skipped.kind(unreadable[0]) : text.skipped.extension(`.${extension}`) }
}

/** Why the bytes are no text, by their signature; null where nothing speaks against it. */
export function unreadableBySignature(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 16).toString('latin1')
  const found = SIGNATURES.find(([signature]) => head.startsWith(signature))
  return found ? text.skipped.kind(found[1]) : null
}

/** The kind of a text by what it looks like, where that is plainer than its name. */
export function kindByContent(content: string, named: TextKind): TextKind {
  if (named !== 'plain' && named !== 'html') return named
  if (/^\s*(<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(content)) return 'html'
  if (named === 'plain' && /^\s*(\{\s*"|\[\s*\{\s*")/.test(content)) return 'json'
  return named === 'html' && !/<[a-z!/][^>]*>/i.test(content) ? 'plain' : named
}
