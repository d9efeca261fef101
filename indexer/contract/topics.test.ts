import { describe, expect, it } from 'vitest'
import { parseTopic, withAncestors } from './topics.js'
import topics from './topics.json' with { type: 'json' }

describe('parseTopic', () => {
  it.each([
    ['综合政务/其他 /', '综合政务/其他'],
    ['卫生、体育\\医药管理', '卫生、体育/医药管理'],
    ['卫生、体育\\\\医药管理', '卫生、体育/医药管理'],
    ['市场监管、安全生产监管 > 工商', '市场监管、安全生产监管/工商'],
    ['其他', '其他'],
  ])('reads %s', (value, expected) => expect(parseTopic(value)).toBe(expected))

  it.each(['', ' / ', '\\'])('finds nothing in %j', (value) => expect(parseTopic(value)).toBeNull())
})

describe('withAncestors', () => {
  it('names each class above, once', () => {
    expect(withAncestors(['A/B/C', 'A/D'])).toEqual(['A', 'A/B', 'A/B/C', 'A/D'])
  })
})

describe('the taxonomy', () => {
  it('has 22 top classes whose names hold no path separator', () => {
    expect(topics).toHaveLength(22)
    for (const { name, children } of topics) for (const label of [name, ...children]) expect(label).not.toMatch(/[/\\]/)
  })
})
