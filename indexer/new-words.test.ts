import { describe, expect, it } from 'vitest'
import { repeatableNumbers } from '../e2e/support/scan.js'
import { newWords, THRESHOLDS } from './new-words.js'

const KNOWN = new Set([
  '中华',
  '建设',
  '推进',
  '港口',
  '药品',
  '试点',
  '车船',
  '直取',
  '发展',
  '城市',
  '工业',
  '深入',
  '实施',
])
const CHARACTERS = [...'山水田林路桥房屋医药港口海关税务学校农村']

/** Sentences of random characters, with words put among them at random. */
function texts(words: Record<string, number>): string[] {
  const random = repeatableNumbers(7)
  const noise = (): string => CHARACTERS[Math.floor(random() * CHARACTERS.length)]!
  const around = (word: string): string => noise() + noise() + word + noise() + noise()
  const sentences = Object.entries(words).flatMap(([word, count]) => Array.from({ length: count }, () => around(word)))
  return [...sentences, ...Array.from({ length: 300 }, () => Array.from({ length: 20 }, noise).join(''))]
}

const isKnown = (word: string): boolean => KNOWN.has(word)
const propose = (all: string[], changes = {}): string[] =>
  newWords(() => all, isKnown, { ...THRESHOLDS, ...changes }).map(({ word }) => word)

describe('newWords', () => {
  it('finds what the texts use as a word, whole, and not what is one already', () => {
    const found = propose(texts({ 车船直取: 40, 营商环境: 40, 中华: 30 }))
    expect(found).toEqual(expect.arrayContaining(['车船直取', '营商环境']))
    for (const other of ['中华', '商环', '船直', '营商环', '商环境', '山水']) expect(found).not.toContain(other)
  })

  it('says how often, how cohesive and how free, with a place', () => {
    const [best] = newWords(() => texts({ 营商环境: 40 }), isKnown)
    expect(best).toMatchObject({ word: '营商环境', count: 40 })
    expect(best!.cohesion).toBeGreaterThan(THRESHOLDS.cohesion)
    expect(best!.freedom).toBeGreaterThan(THRESHOLDS.freedom)
    expect(best!.example).toContain('营商环境')
  })

  it('leaves out what is rare, and what stands in one surrounding only', () => {
    expect(propose(texts({ 营商环境: 4 }))).not.toContain('营商环境')
    const fixed = Array.from({ length: 30 }, () => '全面优化营商环境工作')
    expect(propose([...fixed, ...texts({})])).not.toContain('营商环境')
  })

  it('finds the same frequent words with hardly any room', () => {
    expect(propose(texts({ 营商环境: 60 }), { room: 400 })).toContain('营商环境')
  })

  it('finds nothing in nothing', () => expect(propose([])).toEqual([]))
})
