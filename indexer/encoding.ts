import { createRequire } from 'node:module'
import { text } from './text.zh.js'

const require = createRequire(import.meta.url)

/** The bytes are no text that can be read. `reason` is a sentence for people. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError'
  constructor(readonly reason: string) {
    super(reason)
  }
}

/** How much of a file is looked at to judge an encoding. */
const SAMPLE_BYTES = 64 * 1024
/** Text in its right encoding has nearly all its characters among the common ones; in a wrong one, rarely two thirds. */
const CERTAIN = 0.9
const ACCEPTABLE = 0.5
/** Share of undecodable characters up to which a damaged file is still worth having. */
const TOLERATED_DAMAGE = 0.005
const TOLERATED_CONTROLS = 0.005
/** Three multi-byte characters that are valid UTF-8 by chance are less likely than a wrong declaration. */
const CONVINCING_UTF8 = /(?:[^\0-\x7f][^]*?){3}/

/**
 * Decodes the text of a file: byte order mark, then UTF-8 or UTF-16 by their form, then what the file declares
 * (`<meta charset>`, `<?xml encoding>`) if the bytes bear it out, then detection between jschardet's guess, GB18030
 * and Big5. Line ends become line feeds. Throws UnreadableFileError where the bytes are no text.
 */
export function decodeFile(bytes: Buffer): string {
  const found = byMark(bytes) ?? byForm(bytes) ?? byPlausibility(bytes)
  if (found === null) throw new UnreadableFileError(text.encoding.unknown)
  const decoded = found.endsWith(END_OF_TEXT) ? found.slice(0, -1) : found
  if (share(decoded, CONTROL) > TOLERATED_CONTROLS) throw new UnreadableFileError(text.encoding.binary)
  return (
    decoded
      .replace(/^\ufeff/, '')
      // What DOS ends a text with.
      .replace(/\x1a/g, '')
      .replace(/\r\n?/g, '\n')
      .replace(LONG_BLANK, (blank) => blank.slice(0, MOST_BLANKS))
  )
}

/** More blanks in a row say no more, and cost many a pattern the square of their number. Tabs may part empty cells. */
const MOST_BLANKS = 200
const LONG_BLANK = new RegExp(`(?<![^\\S\\n\\t])[^\\S\\n\\t]{${MOST_BLANKS},}`, 'g')

/** The ends of lines that Unicode has besides; in JSON they may stand within a value, and end nothing. */
export const withLineFeeds = (content: string): string => content.replace(/[\u2028\u2029\u0085]/g, '\n')

/** The same, with the breaks that Word (Shift+Enter) and printers (a new page) write within a text. */
export const withTextBreaks = (content: string): string => withLineFeeds(content).replace(/[\v\f]/g, '\n')

/** DOS ends a text with it. */
const END_OF_TEXT = '\x1a'

const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f]/g

function share(decoded: string, pattern: RegExp): number {
  return decoded.length === 0 ? 0 : (decoded.match(pattern)?.length ?? 0) / decoded.length
}

/** Null where the bytes are not valid in the encoding, or Node does not know it. */
function strict(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const readable = (bytes: Buffer, encoding: string): string | null => strict(bytes, encoding) ?? damaged(bytes, encoding)

function byMark(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return readable(bytes, 'utf-8')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return readable(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return readable(bytes, 'utf-16be')
  return null
}

function byForm(bytes: Buffer): string | null {
  const utf8 = bytes.includes(0) ? null : strict(bytes, 'utf-8')
  if (utf8 !== null) {
    const declared = declaredEncoding(bytes)
    if (declared === null || /^utf-?8$/i.test(declared) || CONVINCING_UTF8.test(utf8)) return utf8
  }
  if (bytes.length % 2 === 0) {
    for (const encoding of ['utf-16le', 'utf-16be']) {
      const sample = strict(bytes.subarray(0, SAMPLE_BYTES), encoding)
      if (sample !== null && sample.length > 0 && plausibility(sample, true) > CERTAIN) return strict(bytes, encoding)
    }
  }
  return null
}

/** The encoding that the head of a web page or XML file names, or null. UTF-16 cannot be what such a head is in. */
function declaredEncoding(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 4096).toString('latin1')
  const named =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head) ?? /<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)
  return named && !/^utf-?16/i.test(named[1]!) ? named[1]! : null
}

/** Loaded with the first file that needs it, which most runs have none of. */
const jschardet = (): typeof import('jschardet') => require('jschardet') as typeof import('jschardet')

/** The most plausible of the encodings that fit, strictly if possible, else with a little damage. */
function byPlausibility(bytes: Buffer): string | null {
  const guess = jschardet().detect(bytes.subarray(0, SAMPLE_BYTES)).encoding
  const declared = declaredEncoding(bytes)
  const candidates = [...new Set([declared, 'gb18030', 'big5', guess, 'utf-8'])].filter((name) => name !== null)
  for (const decode of [strict, damaged]) {
    let best: { decoded: string; score: number } | null = null
    for (const encoding of candidates) {
      const decoded = decode(bytes, encoding)
      if (decoded === null) continue
      const score = plausibility(decoded.slice(0, SAMPLE_BYTES), false)
      if (encoding === declared && score > CERTAIN) return decoded
      if (score > (best?.score ?? ACCEPTABLE)) best = { decoded, score }
    }
    if (best) return best.decoded
  }
  return null
}

function damaged(bytes: Buffer, encoding: string): string | null {
  try {
    const decoded = new TextDecoder(encoding).decode(bytes)
    return share(decoded, /\ufffd/g) > TOLERATED_DAMAGE ? null : decoded
  } catch {
    return null
  }
}

/** The common characters of GB 2312 (level 1) and Big5 (level 1), and the marks used with them. */
const common = new Set<string>()
function addRows(encoding: string, leads: [number, number], trails: [number, number][]): void {
  const decoder = new TextDecoder(encoding)
  for (let lead = leads[0]; lead <= leads[1]; lead++)
    for (const [first, last] of trails)
      for (let trail = first; trail <= last; trail++) common.add(decoder.decode(Uint8Array.of(lead, trail)))
}
addRows('gb18030', [0xb0, 0xd7], [[0xa1, 0xfe]])
addRows(
  'big5',
  [0xa4, 0xc6],
  [
    [0x40, 0x7e],
    [0xa1, 0xfe],
  ],
)
for (const mark of '，。、；：？！“”‘’（）《》〈〉【】〔〕—…·％～　℃①②③④⑤⑥⑦⑧⑨⑩－＋×／〇') common.add(mark)
common.delete('\ufffd')

/** The share of common characters among those outside ASCII (with `all`, among all): 1 is surely right. */
function plausibility(decoded: string, all: boolean): number {
  let known = 0
  let total = 0
  for (const character of decoded) {
    const ascii = character < '\x80'
    if (ascii && !all) continue
    total++
    if (ascii ? /[\t\n\r -~]/.test(character) : common.has(character) || /[０-９Ａ-Ｚａ-ｚ]/.test(character)) known++
  }
  return total === 0 ? 1 : known / total
}
