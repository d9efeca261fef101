import type { DocumentContent } from './contract/document.js'
import { filterAttributes } from './contract/fields.js'
import { gramsOf } from './contract/grams.js'
import { normalize } from './contract/normalize.js'
import { OVERLAP } from './contract/overlap.js'
import { hitMetadata, titleLines, type PassageKind, type PassageRecord } from './contract/records.js'

/** Characters (UTF-16 code units) at which a passage is full; a paragraph is not cut below `LONGEST`. */
const FULL = 480
const LONGEST = 640
/** This share of a piece, at least, is in no piece before it. */
const LEAST_OWN = 1 / 4

/** A piece of the text: `lines` are whole paragraphs, or one piece of a long one beginning at `offset` of it. */
interface Piece {
  paragraph: number
  offset: number
  lines: string[]
}

/** Cuts a long paragraph after sentences where it can, with an overlap; offsets are UTF-16 code units. */
function cutParagraph(paragraph: string): { offset: number; text: string }[] {
  const pieces: { offset: number; text: string }[] = []
  let offset = 0
  while (paragraph.length - offset > LONGEST) {
    const window = paragraph.slice(offset, offset + FULL)
    const sentence = Math.max(...['。', '；', '！', '？', ';'].map((mark) => window.lastIndexOf(mark))) + 1
    let end = boundary(paragraph, offset + (sentence > FULL / 2 ? sentence : FULL))
    // Where there is hardly anything but spaces, a piece must be longer to have much that the next one has not. It is
    // made twice as long each time, so that all the pieces together cost no more than the text is long.
    let next = overlapStart(paragraph, offset, end)
    while (next - offset < (end - offset) * LEAST_OWN && end < paragraph.length) {
      end = boundary(paragraph, Math.min(2 * end - offset, paragraph.length))
      next = overlapStart(paragraph, offset, end)
    }
    pieces.push({ offset, text: paragraph.slice(offset, end) })
    if (end === paragraph.length) return pieces
    offset = next
  }
  pieces.push({ offset, text: paragraph.slice(offset) })
  return pieces
}

/**
 * Where the next piece begins, so that it shares OVERLAP normalised characters with the one from `offset` to `end`;
 * `offset` where that has no more of them.
 */
function overlapStart(paragraph: string, offset: number, end: number): number {
  for (let width = OVERLAP; ;) {
    const start = boundary(paragraph, Math.max(offset, end - width))
    const shared = [...normalize(paragraph.slice(start, end))].length
    if (shared >= OVERLAP || start <= offset) return start
    // Beyond the length of a piece there is hardly anything to be shared, and no use in nearing it in small steps.
    width = Math.ceil((end - start) * (width > FULL ? 2 : Math.min(2, OVERLAP / shared)))
  }
}

/** The nearest offset at or before this one that does not divide a surrogate pair. */
function boundary(text: string, offset: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? offset - 1 : offset
}

function cutText(paragraphs: readonly string[]): Piece[] {
  const pieces: Piece[] = []
  let open: Piece | null = null
  let length = 0
  paragraphs.forEach((paragraph, index) => {
    const number = index + 1
    if (paragraph.length > LONGEST) {
      open = null
      for (const { offset, text } of cutParagraph(paragraph)) pieces.push({ paragraph: number, offset, lines: [text] })
    } else if (open && length + paragraph.length <= FULL) {
      open.lines.push(paragraph)
      length += paragraph.length
    } else {
      open = { paragraph: number, offset: 0, lines: [paragraph] }
      pieces.push(open)
      length = paragraph.length
    }
  })
  return pieces
}

/** All passages of a document: its title line first, then the text in order. */
export function passagesOf(document: DocumentContent): PassageRecord[] {
  const attributes = filterAttributes(document)
  const hit = hitMetadata(document)
  const record = (kind: PassageKind, piece: Piece, number: number): PassageRecord => {
    return {
      ...attributes,
      id: `${document.id}_${number}`,
      doc: document.id,
      kind,
      paragraph: piece.paragraph,
      offset: piece.offset,
      text: piece.lines.join('\n'),
      grams: gramsOf(piece.lines.map(normalize)),
      hit,
    }
  }
  return [
    { ...record('title', { paragraph: 0, offset: 0, lines: titleLines(document) }, 0), signature: document.signature },
    ...cutText(document.paragraphs).map((piece, index) => record('text', piece, index + 1)),
  ]
}
