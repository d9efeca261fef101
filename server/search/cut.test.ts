import { beforeAll, describe, expect, it } from 'vitest'
import { cutUnit, runsOf, type Cut } from './cut.js'
import { parseQuery } from './query.js'
import { warmUp } from './words.js'

// The dictionary takes seconds to load on a busy machine.
beforeAll(warmUp)

const cut = (q: string): Cut => cutUnit(parseQuery(q, '').required[0]![0]!)

describe('cutUnit', () => {
  it('leaves a phrase whole', () => {
    expect(cut('"怎么申请"')).toMatchObject({ words: [], pairs: [], bridges: [], whole: '怎么申请' })
  })

  it('takes what a question is about and leaves how it is asked', () => {
    expect(cut('请问电梯补贴怎么申请').words).toEqual(['电梯', '补贴', '申请'])
    expect(cut('電梯補貼').words).toEqual(['电梯', '补贴'])
  })

  it('keeps the words of a query that has nothing else', () => {
    expect(cut('怎么办').words).toEqual(['怎么办'])
    expect(cut('的').words).toEqual(['的'])
  })

  it('pairs words that stand side by side, not those that something stands between', () => {
    expect(cut('电梯补贴')).toMatchObject({ words: ['电梯', '补贴'], pairs: ['电梯补贴', null] })
    expect(cut('电梯的补贴').pairs).toEqual([null, null])
  })

  it('holds a name together that falls apart into single characters', () => {
    expect(cut('程克山').bridges).toMatchObject([{ run: '程克' }])
    expect(cut('罗启东讲话').bridges).toMatchObject([{ run: '罗启' }])
    expect(cut('电梯补贴').bridges).toEqual([])
  })

  it('asks for a long question by its words only', () => {
    expect(cut('老旧小区加装电梯').whole).toBe('老旧小区加装电梯')
    expect(cut('老旧小区加装电梯的补贴标准是多少').whole).toBeNull()
  })

  it('knows what is asked of the rest of it', () => {
    expect(cut('村委会选举程序').aspect).toBe('程序')
    expect(cut('程序').aspect).toBeNull()
    expect(cut('程序设计').aspect).toBeNull()
  })

  it('has no bigram across words that only ask', () => {
    const { bigrams } = cut('电梯怎么申请')
    expect(bigrams).toEqual(['电梯', '申请'])
  })

  it('gives runs that are never empty', () => {
    for (const q of ['"药港"', '请问老旧小区加装电梯有什么补贴', '的', 'PM 2.5', '𠮷', '5号']) {
      for (const run of runsOf(cut(q))) expect(run).not.toBe('')
    }
  })

  it('bridges no border of a character that stands beside any word', () => {
    const across = (q: string): string[] => cut(q).bridges.map(({ run }) => run)
    expect(across('公务员辞职后多久可以去企业')).not.toContain('职后')
    expect(across('政府不公开信息')).not.toContain('不公')
  })
})
