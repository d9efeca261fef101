import { describe, expect, it } from 'vitest'
import { newSearch } from '../params.js'
import type { SearchRequest } from '../search/types.js'
import { facetGroups } from './facets.js'

const none = { issuer: [], topic: [], year: [], validity: [] }
const value = (name: string, count: number, selected = false) => ({ value: name, count, selected })
const choosing = (filters: Partial<SearchRequest['filters']>) => newSearch({ filters: { ...none, ...filters } })

describe('facetGroups', () => {
  it('folds away what comes after eight values, and unfolds it where something in it is chosen', () => {
    const issuer = Array.from({ length: 11 }, (_, index) => value(`机构${index}`, 20 - index, index === 9))
    const [group] = facetGroups(choosing({ issuer: ['机构9'] }), { ...none, issuer })
    expect(group).toMatchObject({
      name: 'issuer',
      label: '发布机构',
      chosen: '已选 1',
      moreLabel: '更多（3）',
      moreOpen: true,
    })
    expect(group!.shown).toHaveLength(8)
    expect(
      facetGroups(newSearch(), { ...none, issuer: issuer.map((v) => ({ ...v, selected: false })) })[0]!.moreOpen,
    ).toBe(false)
  })

  it('puts subclasses under their class and unfolds a class that holds a choice', () => {
    const topic = [value('A', 5), value('B', 3), value('A/x', 3), value('A/y', 2, true), value('C/z', 1)]
    const [group] = facetGroups(choosing({ topic: ['A/y'] }), { ...none, topic })
    expect(group!.shown.map(({ label, children }) => [label, children.map((child) => child.label)])).toEqual([
      ['A', ['x', 'y']],
      ['B', []],
      ['z', []],
    ])
    expect(group!.shown[0]).toMatchObject({ childrenOpen: true, childrenLabel: '细分 2 类' })
    expect(group!.shown[0]!.children[1]).toMatchObject({ value: 'A/y', selected: true })
  })

  it('keeps a chosen value that no document has', () => {
    const [group] = facetGroups(choosing({ year: ['1999'] }), none)
    expect(group!.shown).toMatchObject([{ value: '1999', count: '0', selected: true }])
  })

  it('finds the class of a path however deep it is', () => {
    const deep = `A${'/a'.repeat(20_000)}`
    const [group] = facetGroups(choosing({ topic: [deep] }), { ...none, topic: [value('A', 1)] })
    expect(group!.shown[0]!.children).toMatchObject([{ value: deep }])
  })

  it('leaves out a facet without values', () => {
    expect(facetGroups(newSearch(), none)).toEqual([])
  })
})
