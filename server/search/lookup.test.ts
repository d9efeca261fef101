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

/** An engine with `count` documents of one passage, each of which is a candidate; every third has the text. */
function engineOf(count: number, text: string) {
  const docs = Array.from({ length: count }, (_, index) => `d${index}`)
  const fetched: number[] = []
  const answer = ({ facets, filter = [] }: EngineQuery): EngineAnswer<object> => {
    if (facets) return { hits: [], facetDistribution: { doc: Object.fromEntries(docs.map((doc) => [doc, 1])) } }
    const named = filter.find((one) => one.startsWith('doc IN'))
    const ids = named === undefined ? docs : [...named.matchAll(/"([^"]*)"/g)].map(([, id]) => id!)
    fetched.push(ids.length)
    return { hits: ids.map((doc) => ({ doc, text: Number(doc.slice(1)) % 3 === 0 ? text : '别的' })) }
  }
  const engine = {
    search: (query: EngineQuery) => Promise.resolve(answer(query)),
    multiSearch: (queries: EngineQuery[]) =>
      Promise.resolve(queries.map((query) => (query.facets ? answer(query) : { hits: [], estimatedTotalHits: count }))),
  }
  return { engine: engine as unknown as EngineClient, fetched }
}

describe('Lookup', () => {
  it('confirms a string in the texts of some documents at a time, and of a few hundred at once', async () => {
    const many = engineOf(5000, '按本条例第')
    expect((await new Lookup(many.engine).exact('按本条例第', '')).size).toBe(1667)
    expect(Math.max(...many.fetched)).toBeLessThanOrEqual(2000)
    const few = engineOf(300, '按本条例第')
    expect((await new Lookup(few.engine).exact('按本条例第', '')).ids()).toHaveLength(100)
    expect(few.fetched).toEqual([300, 200])
  })

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
