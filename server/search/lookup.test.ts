import { describe, expect, it } from 'vitest'
import type { EngineAnswer, EngineClient, EngineQuery } from '../../indexer/contract/engine/client.js'
import { Lookup } from './lookup.js'

/** An engine that answers from counts of documents, and remembers how much it was asked at a time. */
function fakeEngine() {
  const asked: number[] = []
  const answer = ({ facets }: EngineQuery): EngineAnswer<object> =>
    facets ? { hits: [], facetDistribution: { doc: { a: 1, b: 2 } } } : { hits: [], estimatedTotalHits: 3 }
  const engine = {
    search: (query: EngineQuery) => Promise.resolve(answer(query)),
    multiSearch: (queries: EngineQuery[]) => {
      asked.push(queries.length)
      return Promise.resolve(queries.map(answer))
    },
  }
  return { engine: engine as unknown as EngineClient, asked }
}

const runs = (count: number) => Array.from({ length: count }, (_, index) => String.fromCharCode(0x4e00 + index))

describe('Lookup', () => {
  it('asks for the documents of many runs a few at a time, and for each once', async () => {
    const { engine, asked } = fakeEngine()
    const lookup = new Lookup(engine)
    const found = await lookup.likely([...runs(250), ...runs(250)], '')
    expect(found).toHaveLength(500)
    expect(found.every(({ size }) => size === 2)).toBe(true)
    expect(Math.max(...asked)).toBeLessThanOrEqual(48)
    expect(asked.reduce((sum, one) => sum + one, 0)).toBe(250)
    await lookup.likely(runs(250), '')
    expect(asked.reduce((sum, one) => sum + one, 0)).toBe(250)
  })

  it('asks for many frequencies in parts, and for those of an ordinary query at once', async () => {
    const { engine, asked } = fakeEngine()
    const lookup = new Lookup(engine)
    expect(await lookup.frequencies(runs(100))).toEqual(Array.from({ length: 100 }, () => 3))
    expect(asked).toEqual([100])
    await lookup.frequencies(runs(2000))
    expect(Math.max(...asked)).toBeLessThanOrEqual(500)
  })
})
