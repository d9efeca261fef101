import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOT_ENRICHED, type DocumentContent } from './contract/document.js'
import { normalize } from './contract/normalize.js'
import type { PassageRecord } from './contract/records.js'
import { passagesOf } from './passages.js'
import { workOf } from './contract/testing/work.js'

const LONE_SURROGATE = /\p{Cs}/u
/** Longest run that the server looks for in single passages, in normalised characters. */
const LONGEST_RUN = 30

function documentOf(paragraphs: string[], changes: Partial<DocumentContent> = {}): DocumentContent {
  return {
    ...{ id: 'a-1', title: '题', issuer: null, doc_number: null, index_number: null, written: null, published: null },
    ...{ effective: null, validity: '未标注', topics: [], keywords: [], speaker: null, url: null, file: 'a.txt' },
    ...{ paragraphs, outline: [], derived: [], content_hash: '0'.repeat(64), ...NOT_ENRICHED },
    ...changes,
  }
}

const textPassages = (paragraphs: string[]): PassageRecord[] =>
  passagesOf(documentOf(paragraphs)).filter(({ kind }) => kind === 'text')

/** Expects every run of up to thirty normalised characters of each paragraph whole in a line of some passage. */
function expectAllRuns(paragraphs: string[]): void {
  const lines = textPassages(paragraphs).flatMap(({ text }) => text.split('\n').map(normalize))
  for (const paragraph of paragraphs) {
    const characters = [...normalize(paragraph)]
    for (let start = 0; start === 0 || start + LONGEST_RUN <= characters.length; start++) {
      const run = characters.slice(start, start + LONGEST_RUN).join('')
      if (!lines.some((line) => line.includes(run))) expect.fail(`in no passage: ${run}`)
    }
  }
}

/** A long text without repetitions: each of its characters, from the given one on, followed by `after`. */
const series = (first: number, length: number, after: string): string =>
  Array.from({ length }, (_, n) => String.fromCodePoint(first + n) + after).join('')

const HAN = 0x4e00
const RARE_HAN = 0x20000

/** Paragraphs of mixed characters, short and long, such as stand in archives and such as do not. */
const paragraphs = fc.array(
  fc
    .tuple(
      fc.constantFrom(HAN, RARE_HAN),
      fc.integer({ min: 1, max: 900 }),
      fc.constantFrom('', ' ', '\u200b', '㎡', '，', '。', ' '.repeat(30)),
      fc.string({ unit: fc.constantFrom(...'政府工作药港。；，Ａ1 '), minLength: 1, maxLength: 900 }),
    )
    .map(([first, length, after, rest]) => `始${rest}${series(first, length, after)}${rest}终`),
  { minLength: 1, maxLength: 4 },
)

describe('passagesOf', () => {
  it('leaves no run of thirty characters between two passages', () => {
    fc.assert(fc.property(paragraphs, expectAllRuns), { numRuns: 60 })
  })

  it.each([
    ['ordinary text', series(HAN, 3000, '')],
    ['surrogate pairs', series(RARE_HAN, 3000, '')],
    ['spaced text', series(HAN, 3000, ' ')],
    ['invisible characters', series(HAN, 3000, '\u200b')],
    ['sentences', series(HAN, 3000, '。')],
    ['ever fewer characters between spaces', series(HAN, 12, ' ') + series(HAN + 12, 90, ' '.repeat(400))],
    ['hardly anything else than spaces', series(HAN, 300, ' '.repeat(50))],
  ])('does so for %s', (_, paragraph) => expectAllRuns([paragraph]))

  it('leads back to the text, all of which is there', () => {
    fc.assert(
      fc.property(paragraphs, (all) => {
        const covered = all.map(() => 0)
        for (const { text, paragraph, offset } of textPassages(all)) {
          text.split('\n').forEach((line, index) => {
            const number = paragraph - 1 + index
            const from = index === 0 ? offset : 0
            expect(all[number]!.slice(from, from + line.length)).toBe(line)
            expect(from).toBeLessThanOrEqual(covered[number]!)
            covered[number] = Math.max(covered[number]!, from + line.length)
          })
        }
        expect(covered).toEqual(all.map(({ length }) => length))
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['nothing but invisible characters', '\u200b'.repeat(1_000_000)],
    ['some text far apart', `甲${'\u200b'.repeat(20_000)}`.repeat(50)],
    ['text at the end', '\u200b'.repeat(1_000_000) + series(HAN, 1000, '')],
  ])('takes no time over a long paragraph of %s, and makes no more of it', (_, paragraph) => {
    let passages: ReturnType<typeof textPassages> = []
    expect(workOf(() => (passages = textPassages([paragraph])))).toBeLessThan(20_000)
    expect(passages.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(4 * paragraph.length)
  })

  it('divides no surrogate pair', () => {
    for (const shift of ['', '甲', '甲乙']) {
      for (const { text } of textPassages([shift + '𠮷'.repeat(1500)])) expect(text).not.toMatch(LONE_SURROGATE)
    }
  })

  it('puts short paragraphs together, up to some four hundred characters', () => {
    const passages = textPassages(Array.from({ length: 100 }, (_, n) => `第${n}条 各单位应当办理本规定所列的事项。`))
    expect(passages.length).toBeGreaterThan(3)
    for (const { text } of passages.slice(0, -1)) {
      expect(text.length).toBeGreaterThan(300)
      expect(text.length).toBeLessThan(600)
    }
    expect(passages[1]!.paragraph).toBe(passages[0]!.text.split('\n').length + 1)
  })

  it('cuts a long paragraph after a sentence, and not one that just fits', () => {
    expect(textPassages(['甲'.repeat(640)])).toHaveLength(1)
    const passages = textPassages([`${'甲'.repeat(299)}。${'乙'.repeat(600)}`])
    expect(passages[0]!.text).toBe(`${'甲'.repeat(299)}。`)
    for (const { text } of passages) expect(text.length).toBeLessThanOrEqual(640)
  })

  it('has one passage for the title line: title, numbers, body, speaker', () => {
    const [title, ...rest] = passagesOf(
      documentOf(['甲', '乙'], {
        issuer: '甲局',
        doc_number: '甲发〔2021〕5号',
        index_number: '1/2',
        speaker: '尹哲强',
      }),
    )
    expect(title).toMatchObject({ id: 'a-1_0', doc: 'a-1', kind: 'title', paragraph: 0, offset: 0 })
    expect(title!.text).toBe('题\n甲发〔2021〕5号\n1/2\n甲局\n尹哲强')
    expect(rest).toMatchObject([{ id: 'a-1_1', kind: 'text', paragraph: 1, text: '甲\n乙' }])
    expect(passagesOf(documentOf(['甲']))[0]!.text).toBe('题')
  })

  it('carries on each passage what filters and hits need', () => {
    const document = documentOf(['甲'.repeat(2000)], { written: '2021-08', topics: ['a/b'], issuer: '甲局' })
    for (const passage of passagesOf(document)) {
      expect(passage).toMatchObject({
        ...{ issuer: ['甲局'], topic: ['a', 'a/b'], year: ['2021'], validity: ['未标注'] },
        ...{ written_from: 20210801, written_to: 20210831, hit: { id: 'a-1', title: '题', written: '2021-08' } },
      })
    }
  })
})
