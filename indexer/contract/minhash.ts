/**
 * Near-duplicates by MinHash (A. Broder, "On the resemblance and containment of documents", 1997), with one hash a
 * shingle instead of many ("one permutation hashing": P. Li, A. Owen, C.-H. Zhang, 2012; empty bins filled by rotation:
 * A. Shrivastava, P. Li, 2014), and found by banding (locality-sensitive hashing: P. Indyk, R. Motwani, 1998).
 *
 * Shingles are runs of 6 letters or digits, punctuation and white space left out. A signature is 128 numbers of 16
 * bits; the share of equal ones estimates the Jaccard resemblance of the sets of shingles, with a standard error of at
 * most 0.045. Two documents are compared where one of 16 bands of 8 numbers is the same: at a resemblance of .8 that
 * happens with a probability of .95, at .9 of .9999, at .5 of .06.
 */
const SHINGLE = 6
const BINS = 128
export const BANDS = 16
const ROWS = BINS / BANDS
/** With fewer shingles a resemblance says nothing. */
const FEWEST_SHINGLES = 40
/** From this estimated resemblance on two documents count as nearly the same. */
export const NEARLY_SAME = 0.8

const BASE = 0x01000193
const EMPTY = 0xffffffff
/** BASE to the power of SHINGLE, modulo 2³²: what the character that leaves the window weighs. */
const LEAVING = Array.from({ length: SHINGLE }).reduce<number>((power) => Math.imul(power, BASE), 1)

/** 1 for UTF-16 units that are letters or digits; surrogates count, so that rare characters are not lost. */
const counts = new Uint8Array(65_536)
for (let unit = 0; unit < counts.length; unit++)
  counts[unit] = /[\p{L}\p{N}]|[\uD800-\uDFFF]/u.test(String.fromCharCode(unit)) ? 1 : 0

/** The finalizer of MurmurHash3 (A. Appleby): spreads the rolling hash over all 32 bits. */
function mix(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The signature of a text in base64, '' where it is too short. Linear in its length; keeps nothing. */
export function signatureOf(paragraphs: readonly string[]): string {
  const bins = new Uint32Array(BINS).fill(EMPTY)
  const window = new Uint16Array(SHINGLE)
  let hash = 0
  let seen = 0
  for (const paragraph of paragraphs) {
    for (let index = 0; index < paragraph.length; index++) {
      const unit = paragraph.charCodeAt(index)
      if (counts[unit] === 0) continue
      const place = seen++ % SHINGLE
      hash = (Math.imul(hash, BASE) + unit - Math.imul(LEAVING, window[place]!)) | 0
      window[place] = unit
      if (seen < SHINGLE) continue
      const mixed = mix(hash)
      const bin = mixed >>> 25
      const value = mixed & 0x1ffffff
      if (value < bins[bin]!) bins[bin] = value
    }
  }
  return seen - SHINGLE + 1 < FEWEST_SHINGLES ? '' : pack(bins)
}

/** Empty bins take the next filled one's value, told apart by the distance. */
function pack(bins: Uint32Array): string {
  const packed = Buffer.alloc(BINS * 2)
  for (let bin = 0; bin < BINS; bin++) {
    let distance = 0
    while (bins[(bin + distance) % BINS] === EMPTY) distance++
    packed.writeUInt16LE(mix(bins[(bin + distance) % BINS]! + Math.imul(distance, 0x9e3779b1)) & 0xffff, bin * 2)
  }
  return packed.toString('base64')
}

/** Bytes of a signature. */
export const SIGNATURE_BYTES = BINS * 2

/** The hash of one band, 32 bits, of the signature that begins at `start`. */
export function bandHash(bytes: Buffer, start: number, band: number): number {
  let hash = band + 1
  for (let row = 0; row < ROWS; row++)
    hash = mix(Math.imul(hash, BASE) + bytes.readUInt16LE(start + (band * ROWS + row) * 2))
  return hash
}

/** The bands of a signature: documents that share one are to be compared. Empty for ''. */
export function bandsOf(signature: string): string[] {
  if (signature === '') return []
  const bytes = Buffer.from(signature, 'base64')
  return Array.from({ length: BANDS }, (_, band) => band.toString(36) + bandHash(bytes, 0, band).toString(36))
}

/** Estimated Jaccard resemblance of the two texts whose signatures begin at the given places, from 0 to 1. */
export function resemblanceAt(a: Buffer, inA: number, b: Buffer, inB: number): number {
  let same = 0
  for (let at = 0; at < SIGNATURE_BYTES; at += 2)
    if (a[inA + at] === b[inB + at] && a[inA + at + 1] === b[inB + at + 1]) same++
  return same / BINS
}

/** Estimated Jaccard resemblance of two texts, from 0 to 1; 0 where one is too short to be compared. */
export function resemblance(one: string, other: string): number {
  if (one === '' || other === '') return 0
  return resemblanceAt(Buffer.from(one, 'base64'), 0, Buffer.from(other, 'base64'), 0)
}
