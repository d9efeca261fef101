import { decodeFile } from '../encoding.js'

/** Headers are looked for so far into a file or a part of it. */
const MAX_HEAD = 16_384
/** A message in a message; browsers and Word write one, mail programs two. */
const MAX_DEPTH = 3

interface Part {
  headers: ReadonlyMap<string, string>
  body: string
}

/** Whether a file is a web archive (MHTML, RFC 2557): what Word calls a single file web page, and what browsers save. */
export function isWebArchive(bytes: Buffer): boolean {
  const head = bytes.subarray(0, MAX_HEAD).toString('latin1')
  return /^[\w-]+:/.test(head) && /^multipart\//i.test(partOf(head).headers.get('content-type') ?? '')
}

/** The page in a web archive: its first part that is HTML, decoded. Null where there is none. */
export function pageOfArchive(bytes: Buffer): string | null {
  const page = htmlIn(partOf(bytes.toString('latin1')), 0)
  return page && decode(bytesOf(page), parameter(page, 'charset'))
}

/** Files that a message carries beside its page, by the names they have there. */
export function attachedFiles(bytes: Buffer): string[] {
  return [...attachmentsIn(partOf(bytes.toString('latin1')), 0)]
}

function* attachmentsIn(part: Part, depth: number): Generator<string> {
  const boundary = parameter(part, 'boundary')
  if (/^multipart\//i.test(part.headers.get('content-type') ?? '') && boundary !== null && depth < MAX_DEPTH)
    for (const inner of partsOf(part.body, `--${boundary}`)) yield* attachmentsIn(inner, depth + 1)
  else if (/^\s*attachment\b/i.test(part.headers.get('content-disposition') ?? ''))
    yield nameIn(parameter(part, 'filename', 'content-disposition') ?? parameter(part, 'name') ?? '')
}

/** A name as mail writes it (RFC 2047): =?gb2312?B?xeQ=?=. */
function nameIn(written: string): string {
  const word = (whole: string, charset: string, how: string, said: string): string => {
    const bytes = /b/i.test(how)
      ? Buffer.from(said, 'base64')
      : Buffer.from(
          said
            .replace(/_/g, ' ')
            .replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
          'latin1',
        )
    try {
      return new TextDecoder(charset).decode(bytes)
    } catch {
      return whole
    }
  }
  const plain = written.replace(/\?=\s+=\?/g, '?==?').replace(/=\?([\w-]{1,40})\?([bq])\?([^?]*)\?=/gi, word)
  // Names that are not written so are bytes of an encoding that nobody states.
  return decode(Buffer.from(plain, /[^\0-\xff]/.test(plain) ? 'utf8' : 'latin1'), null)
}

function htmlIn(part: Part, depth: number): Part | null {
  const type = part.headers.get('content-type') ?? ''
  if (/^text\/html\b/i.test(type)) return part
  const boundary = parameter(part, 'boundary')
  if (!/^multipart\//i.test(type) || boundary === null || depth >= MAX_DEPTH) return null
  for (const inner of partsOf(part.body, `--${boundary}`)) {
    const found = htmlIn(inner, depth + 1)
    if (found) return found
  }
  return null
}

/** The parts between lines of the boundary; what stands before the first and after the last is for people. */
function* partsOf(body: string, boundary: string): Generator<Part> {
  const line = `\n${boundary}`
  let start = body.startsWith(boundary) ? 0 : body.indexOf(line)
  while (start >= 0) {
    const next = body.indexOf(line, start + line.length)
    const from = body.indexOf('\n', start + line.length - 1)
    if (from >= 0 && (next < 0 || from <= next)) yield partOf(body.slice(from + 1, next < 0 ? undefined : next))
    start = next
  }
}

/** Headers go up to the first empty line; one that begins with a space goes on the line before. */
function partOf(content: string): Part {
  const end = /\r?\n\r?\n/.exec(content.slice(0, MAX_HEAD))
  const headers = new Map<string, string>()
  for (const line of content
    .slice(0, end?.index ?? 0)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)) {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? []
    if (name !== undefined) headers.set(name.toLowerCase(), value!)
  }
  return { headers, body: end ? content.slice(end.index + end[0].length) : content }
}

function parameter({ headers }: Part, name: string, header = 'content-type'): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(headers.get(header) ?? '')
  return found?.[1] ?? found?.[2] ?? null
}

function bytesOf({ headers, body }: Part): Buffer {
  const encoding = headers.get('content-transfer-encoding')?.trim().toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const joined = body.replace(/=[ \t]{0,8}\r?\n/g, '')
  const byte = (_: string, code: string): string => String.fromCharCode(parseInt(code, 16))
  return Buffer.from(joined.replace(/=([0-9a-f]{2})/gi, byte), 'latin1')
}

/** As the part says, if its bytes bear it out; else by what they look like. */
function decode(bytes: Buffer, charset: string | null): string {
  try {
    if (charset !== null) return new TextDecoder(charset, { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n')
  } catch {
    // An encoding that nobody knows, or another one than is said.
  }
  return decodeFile(bytes)
}
