import traditionalToSimplified from 'opencc-js/dict/TSCharacters'

/**
 * The one normalisation of the archive, the same at index time and at query time. Two texts are "the same" to the
 * search when their normalised forms are equal. Each code point by itself goes through, in this order:
 *
 * 1. NFKC (full and half width, compatibility forms), then lower case;
 * 2. traditional to simplified, character by character (OpenCC's TSCharacters);
 * 3. variants of quotation marks, brackets, dashes, middle dots and of the numeral 〇 to one form each (`PUNCTUATION`).
 *    Round brackets are among them: 国发（2021）5号 is 国发〔2021〕5号. Only where each character is mapped by itself, a
 *    part of a text is still found in the whole.
 *
 * Invisible characters are dropped. White space is kept, as one space, only between two Latin letters or digits;
 * everywhere else it is dropped, so that 尹 哲 强 equals 尹哲强. All other punctuation counts.
 */
const PUNCTUATION: Record<string, string> = {
  '“”„‟〝〞〟「」『』＂': '"',
  '‘’‚‛＇`': "'",
  '〔〖【［（(': '[',
  '〕〗】］）)': ']',
  '‐‑‒–—―−－─━': '-',
  '·•・‧∙⋅●': '·',
  '～〜∼': '~',
  '。｡': '。',
  '○◯': '〇',
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
// A few forms lead to one that is itself mapped on (薴 → 苧 → 苎): all go to the last, so that normalising twice is once.
for (const [from, to] of simplified) {
  const last = simplified.get(to)
  if (last !== undefined && last !== from) simplified.set(from, last)
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
  // Some forms become words with spaces between them (ﷺ), none of them Latin: those spaces are dropped like any other.
  return [...character.normalize('NFKC').toLowerCase()]
    .map((part) => (SPACE.test(part) ? '' : (variants.get(part) ?? simplified.get(part) ?? part)))
    .join('')
}

const isLatin = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)

/**
 * Normalised UTF-16 unit of each unit that stands for a character by itself and becomes one unit; 0 where that is not
 * yet known, SPECIAL where it is not so. Nearly all characters are answered from here.
 */
const single = new Uint16Array(65_536)
const SPECIAL = 0xffff

function singleUnit(unit: number): number {
  const known = single[unit]!
  if (known !== 0) return known
  const piece = unit >= 0xd800 && unit <= 0xdfff ? '' : mapCharacter(String.fromCharCode(unit))
  return (single[unit] = piece.length === 1 && piece !== ' ' ? piece.charCodeAt(0) : SPECIAL)
}

/** A normalised text and where each of its UTF-16 code units came from in the original. */
export interface NormalizedText {
  text: string
  /** `starts[i]` is the original offset at which the character that gave `text[i]` begins. */
  starts: Uint32Array
  /** `ends[i]` is the original offset just after that character. */
  ends: Uint32Array
}

/**
 * Calls `emit` for each normalised unit, with the original offsets of the character it came from. `last`: the normalised
 * unit before all of it, 0 for none.
 */
function walk(original: string, last: number, emit: (unit: number, start: number, end: number) => void): void {
  let pendingSpace = -1
  for (let offset = 0; offset < original.length;) {
    const start = offset
    const unit = singleUnit(original.charCodeAt(offset))
    if (unit !== SPECIAL) {
      offset++
      if (pendingSpace >= 0) {
        if (isLatin(last) && isLatin(unit)) emit(32, pendingSpace, start)
        pendingSpace = -1
      }
      emit((last = unit), start, offset)
      continue
    }
    const character = String.fromCodePoint(original.codePointAt(offset)!)
    offset += character.length
    const piece = mapCharacter(character)
    if (piece === ' ') {
      if (pendingSpace < 0) pendingSpace = start
    } else if (piece !== '') {
      if (pendingSpace >= 0) {
        if (isLatin(last) && isLatin(piece.charCodeAt(0))) emit(32, pendingSpace, start)
        pendingSpace = -1
      }
      for (let index = 0; index < piece.length; index++) emit((last = piece.charCodeAt(index)), start, offset)
    }
  }
}

/** Room for the longest text met so far, and the same as bytes. */
let room = new Uint16Array(4096)
let bytes = Buffer.from(room.buffer)

function roomFor(length: number): Uint16Array {
  if (length > room.length) {
    const larger = new Uint16Array(2 * length)
    larger.set(room)
    room = larger
    bytes = Buffer.from(room.buffer)
  }
  return room
}

/**
 * Normalises one paragraph or query; see the top of this file. Line breaks count as white space. Says what `walk` says:
 * every text of the archive comes through here, and nearly all of its characters through four lines.
 */
export function normalize(original: string): string {
  let units = roomFor(original.length)
  let length = 0
  for (let offset = 0; offset < original.length;) {
    const code = original.charCodeAt(offset)
    const unit = single[code]! || singleUnit(code)
    if (unit !== SPECIAL) {
      units[length++] = unit
      offset++
      continue
    }
    const end = endOfSpecial(original, offset)
    const pieces = specialUnits(original.slice(offset, end), length === 0 ? 0 : units[length - 1]!)
    units = roomFor(length + pieces.length + original.length - end)
    for (const piece of pieces) units[length++] = piece
    offset = end
  }
  return bytes.toString('utf16le', 0, 2 * length)
}

function specialUnits(original: string, last: number): number[] {
  const units: number[] = []
  walk(original, last, (unit) => units.push(unit))
  return units
}

/** The offset after the characters from here on that are none by themselves, and after what follows these: on it depends what becomes of white space. */
function endOfSpecial(original: string, offset: number): number {
  let end = offset
  while (end < original.length && singleUnit(original.charCodeAt(end)) === SPECIAL) end++
  return Math.min(end + 1, original.length)
}

/** As `normalize`, with the way back to the original's offsets (UTF-16 code units). */
export function normalizeWithOffsets(original: string): NormalizedText {
  const units: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  walk(original, 0, (unit, start, end) => {
    units.push(unit)
    starts.push(start)
    ends.push(end)
  })
  const text = Buffer.from(Uint16Array.from(units).buffer).toString('utf16le')
  return { text, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}
