import traditionalToSimplified from 'opencc-js/dict/TSCharacters'

/**
 * The one normalisation of the archive, the same at index time and at query time. Two texts are "the same" to the
 * search when their normalised forms are equal. Each code point by itself goes through, in this order:
 *
 * 1. NFKC (full and half width, compatibility forms), then lower case;
 * 2. traditional to simplified, character by character (OpenCC's TSCharacters);
 * 3. variants of quotation marks, brackets, dashes and middle dots to one form each (`PUNCTUATION`).
 *
 * Invisible characters are dropped. White space is kept, as one space, only between two Latin letters or digits;
 * everywhere else it is dropped, so that 尹 哲 强 equals 尹哲强. All other punctuation counts.
 */
const PUNCTUATION: Record<string, string> = {
  '“”„‟〝〞〟「」『』＂': '"',
  '‘’‚‛＇`': "'",
  '〔〖【［': '[',
  '〕〗】］': ']',
  '‐‑‒–—―−－─━': '-',
  '·•・‧∙⋅●': '·',
  '～〜∼': '~',
  '。｡': '。',
}

const INVISIBLE = /[\p{Cf}\p{Cc}\p{Cs}]/u
const SPACE = /\s/u

const variants = new Map<string, string>()
for (const [forms, one] of Object.entries(PUNCTUATION)) for (const form of forms) variants.set(form, one)

const simplified = new Map<string, string>()
for (const entry of traditionalToSimplified.split('|')) {
  const [from, to] = entry.split(' ')
  if (from && to) simplified.set(from, to)
}

const mapped = new Map<string, string>()

/** The normalised form of one code point; '' for what is dropped, ' ' for white space. */
function mapCharacter(character: string): string {
  let result = mapped.get(character)
  if (result === undefined) {
    result = mapUncached(character)
    mapped.set(character, result)
  }
  return result
}

function mapUncached(character: string): string {
  if (SPACE.test(character)) return ' '
  if (INVISIBLE.test(character)) return ''
  const variant = variants.get(character)
  if (variant !== undefined) return variant
  return [...character.normalize('NFKC').toLowerCase()]
    .map((part) => (SPACE.test(part) ? ' ' : (variants.get(part) ?? simplified.get(part) ?? part)))
    .join('')
    .trim()
}

const isLatin = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57)

/** A normalised text and where each of its UTF-16 code units came from in the original. */
export interface NormalizedText {
  text: string
  /** `starts[i]` is the original offset at which the character that gave `text[i]` begins; one more entry than `text`, the last being the original length. */
  starts: Uint32Array
  /** `ends[i]` is the original offset just after that character. */
  ends: Uint32Array
}

function walk(original: string, emit: (piece: string, start: number, end: number) => void): void {
  let pendingSpace = -1
  let lastCode = 0
  for (let offset = 0; offset < original.length;) {
    const character = String.fromCodePoint(original.codePointAt(offset)!)
    const end = offset + character.length
    const piece = mapCharacter(character)
    if (piece === ' ') {
      if (pendingSpace < 0) pendingSpace = offset
    } else if (piece !== '') {
      if (pendingSpace >= 0) {
        if (isLatin(lastCode) && isLatin(piece.charCodeAt(0))) emit(' ', pendingSpace, offset)
        pendingSpace = -1
      }
      emit(piece, offset, end)
      lastCode = piece.charCodeAt(piece.length - 1)
    }
    offset = end
  }
}

/** Normalises one paragraph or query; see the top of this file. Line breaks count as white space. */
export function normalize(original: string): string {
  let text = ''
  walk(original, (piece) => (text += piece))
  return text
}

/** As `normalize`, with the way back to the original's offsets (UTF-16 code units). */
export function normalizeWithOffsets(original: string): NormalizedText {
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  walk(original, (piece, start, end) => {
    text += piece
    for (let unit = 0; unit < piece.length; unit++) {
      starts.push(start)
      ends.push(end)
    }
  })
  starts.push(original.length)
  return { text, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}
