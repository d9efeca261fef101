import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalize, normalizeWithOffsets } from '../../indexer/contract/normalize.js'
import { Marker } from './marks.js'

/** The text with its marks in 【】. */
function marked(text: string, ...runs: string[]): string {
  const marks = new Marker(runs.map(normalize)).marks(text)
  return marks.reduceRight((rest, [start, end]) => {
    return `${rest.slice(0, start)}【${rest.slice(start, end)}】${rest.slice(end)}`
  }, text)
}

const LONE_SURROGATE = /\p{Cs}/u

describe('Marker', () => {
  it.each([
    ['建设中华药港。', ['药港'], '建设中华【药港】。'],
    ['建设中华药港。', ['药港', '中华药港'], '建设【中华药港】。'],
    ['药港、药港', ['药港'], '【药港】、【药港】'],
    ['药港药港', ['药港'], '【药港药港】'],
    ['出港，药厂，药 港', ['药港'], '出港，药厂，【药 港】'],
    ['尹 哲 强同志', ['尹哲强'], '【尹 哲 强】同志'],
    ['尹　哲　强 同志', ['尹哲强'], '【尹　哲　强】 同志'],
    ['國務院辦公廳通知', ['国务院'], '【國務院】辦公廳通知'],
    ['国务院通知', ['國務院'], '【国务院】通知'],
    ['ＰＭ２．５达标', ['PM2.5'], '【ＰＭ２．５】达标'],
    ['PM 2.5达标', ['pm 2.5'], '【PM 2.5】达标'],
    ['推进“放管服”改革', ['「放管服」改革'], '推进【“放管服”改革】'],
    ['国发〔2021〕5号', ['国发[2021]5号'], '【国发〔2021〕5号】'],
    ['国发〔2021〕5号', ['国发【２０２１】5號'], '【国发〔2021〕5号】'],
    ['𠮷野家与𠮷祥路', ['𠮷祥'], '𠮷野家与【𠮷祥】路'],
    ['面积30㎡以上', ['30m2'], '面积【30㎡】以上'],
    ['药\u200b港', ['药港'], '【药\u200b港】'],
    ['Ministry', ['ministry'], '【Ministry】'],
    ['没有的', ['药港'], '没有的'],
    ['', ['药港'], ''],
  ])('marks in %s what is %j', (text, runs, expected) => expect(marked(text, ...runs)).toBe(expected))

  it('marks nothing for nothing', () => {
    expect(new Marker([]).marks('药港')).toEqual([])
    expect(new Marker(['']).marks('药港')).toEqual([])
  })

  it('covers what is made of the runs, all of it, and nothing else', () => {
    const unit = fc.constantFrom(...'药藥港，,“「"'.split(''), ' ', '　', 'a', 'Ａ', '1', '𠮷', '。', '\u200b')
    const text = fc.string({ unit, maxLength: 40 })
    const run = fc.string({ unit, minLength: 1, maxLength: 4 }).map(normalize)
    fc.assert(
      fc.property(text, fc.array(run, { maxLength: 4 }), (original, runs) => {
        const marks = new Marker(runs).marks(original)
        const { text, starts, ends } = normalizeWithOffsets(original)
        const occurrences = runs.filter(Boolean).flatMap((run) => placesOf(text, run))
        const covered = new Set(
          occurrences.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i)),
        )
        let last = -1
        for (const [start, end] of marks) {
          expect(start).toBeGreaterThan(last)
          expect(end).toBeGreaterThan(start)
          last = end
          expect(original.slice(start, end)).not.toMatch(LONE_SURROGATE)
          const units = [...starts.keys()].filter((index) => starts[index]! < end && ends[index]! > start)
          expect(units.every((index) => covered.has(index))).toBe(true)
          expect(starts[units[0]!]).toBe(start)
          expect(ends[units.at(-1)!]).toBe(end)
        }
        for (const [from, to] of occurrences) {
          expect(marks.some(([start, end]) => start < ends[to - 1]! && end > starts[from]!)).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

function placesOf(text: string, run: string): [number, number][] {
  const places: [number, number][] = []
  for (let at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + 1)) places.push([at, at + run.length])
  return places
}
