import { describe, expect, it } from 'vitest'
import { bandsOf, resemblance, signatureOf } from './minhash.js'

/** A text of `length` characters that looks random and is always the same for a seed (mulberry32). */
function textOf(seed: number, length: number): string {
  let state = seed
  return Array.from({ length }, () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return String.fromCharCode(0x4e00 + (((mixed ^ (mixed >>> 14)) >>> 0) % 3000))
  }).join('')
}

function jaccard(one: string, other: string): number {
  const shingles = (text: string) => new Set(Array.from({ length: text.length - 5 }, (_, at) => text.slice(at, at + 6)))
  const [a, b] = [shingles(one), shingles(other)]
  const shared = [...a].filter((shingle) => b.has(shingle)).length
  return shared / (a.size + b.size - shared)
}

describe('signatureOf', () => {
  it('does not depend on punctuation, spaces or how a text is cut into paragraphs', () => {
    const text = textOf(1, 400)
    const cut = [`${text.slice(0, 90)}。 `, `（${text.slice(90, 300)}，`, text.slice(300)]
    expect(signatureOf(cut)).toBe(signatureOf([text]))
  })

  it('is empty where there is too little to compare', () => {
    expect(signatureOf([textOf(1, 44)])).toBe('')
    expect(signatureOf([textOf(1, 45)])).not.toBe('')
    expect(resemblance('', '')).toBe(0)
    expect(bandsOf('')).toEqual([])
  })
})

describe('resemblance', () => {
  it.each([0.02, 0.05, 0.1, 0.2, 0.4])('estimates the Jaccard resemblance where a share of %f is replaced', (share) => {
    const errors = Array.from({ length: 20 }, (_, seed) => {
      const text = textOf(seed, 3000)
      const changed = text.slice(0, 3000 * (1 - share)) + textOf(seed + 1000, 3000 * share)
      return resemblance(signatureOf([text]), signatureOf([changed])) - jaccard(text, changed)
    })
    // The standard error of one estimate is at most .045.
    for (const error of errors) expect(Math.abs(error)).toBeLessThan(0.18)
    expect(Math.abs(errors.reduce((sum, error) => sum + error) / errors.length)).toBeLessThan(0.04)
  })

  it('holds for short texts too, whose empty bins are filled by rotation', () => {
    const text = textOf(7, 120)
    const changed = `${text.slice(0, 110)}${textOf(8, 10)}`
    expect(Math.abs(resemblance(signatureOf([text]), signatureOf([changed])) - jaccard(text, changed))).toBeLessThan(
      0.2,
    )
  })
})

describe('bandsOf', () => {
  const sharesBand = (one: string, other: string): boolean =>
    bandsOf(signatureOf([one])).some((band) => bandsOf(signatureOf([other])).includes(band))

  it('are shared by nearly all pairs that resemble each other by .9, and by none that do not', () => {
    const pairs = Array.from({ length: 100 }, (_, seed): [string, string] => {
      const text = textOf(seed, 2000)
      return [text, text.slice(0, 1900) + textOf(seed + 500, 100)]
    })
    expect(pairs.filter(([one, other]) => sharesBand(one, other)).length).toBeGreaterThanOrEqual(99)
    expect(pairs.filter(([one], index) => sharesBand(one, pairs[(index + 1) % 100]![0]))).toHaveLength(0)
  })
})
