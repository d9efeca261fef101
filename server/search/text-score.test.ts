import { describe, expect, it } from 'vitest'
import type { Term, UnderstoodQuery } from './terms.js'
import { addCounts, TextScorer } from './text-score.js'

const term = (run: string, weight: number): Term => ({
  run,
  weight,
  count: 1,
  exact: false,
  variants: [],
  synonyms: [],
})

/** The query 养狗登记, of which 狗登 stands across a border. */
const TERMS = [{ ...term('养狗', 3), synonyms: [{ run: '养犬', share: 0.8 }] }, term('登记', 2)]
const QUERY: UnderstoodQuery = {
  required: [],
  excluded: [],
  bigrams: [
    { run: '养狗', weight: 3, count: 1, isContent: true },
    { run: '登记', weight: 2, count: 1, isContent: true },
    { run: '狗登', weight: 4, count: 1, isContent: false },
  ],
  characters: ['养', '狗', '登', '记'],
}

const scorer = new TextScorer(QUERY, TERMS)
const score = (...texts: string[]): number[] => scorer.scores(texts.map((text) => scorer.count(text)))

describe('TextScorer', () => {
  it('counts bigrams, characters and words, these in all their forms', () => {
    const counts = scorer.count('养犬登记，养狗登记')
    expect([...counts.bigrams]).toEqual([1, 2, 1])
    expect([...counts.characters]).toEqual([2, 1, 2, 2])
    expect([...counts.words]).toEqual([1.8, 2])
    expect(counts.length).toBe(9)
  })

  it('adds passages up to what the whole text would count', () => {
    const sum = scorer.count('养犬登记。')
    addCounts(sum, scorer.count('养狗登记。'))
    expect(sum).toEqual(scorer.count('养犬登记。养狗登记。'))
  })

  it('prefers what has more of the query, and the rarer part of it', () => {
    const [both, first, second, none] = score('养狗登记好', '养狗好好好', '登记好好好', '什么也没有')
    expect(both).toBeGreaterThan(first!)
    expect(first).toBeGreaterThan(second!)
    expect(second).toBeGreaterThan(none!)
    expect(none).toBe(0)
  })

  it('prefers the shorter of two texts that have as much', () => {
    const [short, long] = score('养狗登记', '养狗登记和许多别的事情的规定')
    expect(short).toBeGreaterThan(long!)
  })

  it('does not take for a word what only looks like one', () => {
    const query = { ...QUERY, bigrams: [{ run: '裁员', weight: 3, count: 1, isContent: true }] }
    const counts = new TextScorer(query, [term('裁员', 3)]).count('仲裁员应当公正。企业需要裁员的')
    expect([counts.bigrams[0], counts.words[0]]).toEqual([1, 1])
  })

  it('tells how much of a term a text has', () => {
    const share = (text: string): number => scorer.share(0, scorer.count(text))
    expect([share('养狗'), share('养犬'), share('遛狗')]).toEqual([1, 1, 0])
    const query = {
      ...QUERY,
      bigrams: ['财政', '政收', '收入'].map((run) => ({ run, weight: 1, count: 1, isContent: true })),
    }
    const income = new TextScorer(query, [term('财政收入', 1)])
    expect(income.share(0, income.count('财政总收入'))).toBeCloseTo(2 / 3)
  })

  it('sees the other word for the same thing', () => {
    const [other, near] = score('本市养犬规定', '本市养猪规定')
    expect(other).toBeGreaterThan(near!)
    const [own, another, none] = score('本市养狗的规定', '本市养犬的规定', '本市的规定如此')
    expect(own).toBeGreaterThan(another!)
    // Not for what single characters have in common alone.
    expect(another! - none!).toBeGreaterThan(0.5 * (own! - none!))
  })

  it('has a score for a text of everything, as a scale', () => {
    const [all] = score('养狗登记')
    expect(scorer.full).toBeGreaterThan(0)
    expect(all! / scorer.full).toBeGreaterThan(0.9)
  })
})
