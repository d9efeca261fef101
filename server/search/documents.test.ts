import { describe, expect, it } from 'vitest'
import { DocumentTable, Matches } from './documents.js'

describe('DocumentTable', () => {
  it('numbers the documents from 0 and knows their lengths', () => {
    const table = new DocumentTable({ a: 2, b: 6, c: 4 })
    expect(table.size).toBe(3)
    expect(['a', 'b', 'c'].map((id) => table.numberOf(id))).toEqual([0, 1, 2])
    expect([0, 1, 2].map((number) => table.idOf(number))).toEqual(['a', 'b', 'c'])
    expect([0, 1, 2].map((number) => table.lengthOf(number))).toEqual([2, 6, 4])
    expect([0, 1, 2].map((number) => table.relativeLengthOf(number))).toEqual([0.5, 1.5, 1])
  })

  it('takes in a document that is new, once, with the average length', () => {
    const table = new DocumentTable({ a: 2, b: 6 })
    expect([table.numberOf('new'), table.numberOf('new'), table.size]).toEqual([2, 2, 3])
    expect([table.lengthOf(2), table.relativeLengthOf(2)]).toEqual([4, 1])
    const empty = new DocumentTable({})
    expect(empty.relativeLengthOf(empty.numberOf('first'))).toBe(1)
  })

  it('names the fewer documents to the engine, those that match or those that do not', () => {
    const table = new DocumentTable({ a: 1, b: 1, c: 1, d: 1 })
    expect(table.filterFor(new Set([1]))).toEqual(['doc IN ["b"]'])
    expect(table.filterFor(new Set([1, 3]))).toEqual(['doc IN ["b", "d"]'])
    expect(table.filterFor(new Set([0, 1, 3]))).toEqual(['doc NOT IN ["c"]'])
    expect(table.filterFor(new Set([0, 1, 2, 3]))).toEqual([])
    expect(table.filterFor(new Set())).toEqual(['doc IN []'])
  })

  it('is not changed by questions', () => {
    const table = new DocumentTable({ a: 1 })
    expect([table.find('a'), table.find('b'), table.find('constructor')]).toEqual([0, null, null])
    const matches = Matches.of(table, { a: 1 })
    expect([matches.hasId('a'), matches.hasId('b')]).toEqual([true, false])
    expect(table.size).toBe(1)
  })
})

describe('Matches', () => {
  const table = new DocumentTable({ a: 1, b: 1, c: 1 })
  const shown = (matches: Matches) => matches.ids().map((id, place) => [id, matches.counts[place]])

  it('are documents with numbers of passages', () => {
    const matches = Matches.of(table, { c: 3, a: 1 })
    expect(matches.size).toBe(2)
    expect(shown(matches)).toEqual([
      ['c', 3],
      ['a', 1],
    ])
    expect([matches.has(0), matches.has(1), matches.has(2)]).toEqual([true, false, true])
  })

  it('are put together in shares, and narrowed to ids', () => {
    const merged = Matches.merged([
      { matches: Matches.of(table, { a: 2, b: 1 }), share: 1 },
      { matches: Matches.of(table, { b: 4, c: 2 }), share: 0.5 },
    ])
    expect(shown(merged)).toEqual([
      ['a', 2],
      ['b', 3],
      ['c', 1],
    ])
    expect(shown(merged.within(new Set(['b', 'unknown'])))).toEqual([['b', 3]])
  })
})
