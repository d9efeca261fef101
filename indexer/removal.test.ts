import { describe, expect, it } from 'vitest'
import { checkMinimums, checkRemoval, countLeaving, RemovalError } from './removal.js'
import { parseSource } from './sources/load-source.js'

describe('checkRemoval', () => {
  it.each([
    [{ held: 100, leaving: 20, files: 80 }],
    [{ held: 11, leaving: 10, files: 1 }],
    [{ held: 0, leaving: 0, files: 0 }],
  ])('lets a few go, or a share: %j', (counts) => {
    expect(() => checkRemoval([{ root: '/a', ...counts }])).not.toThrow()
  })

  it.each([
    [{ held: 100, leaving: 21, files: 79 }, '21'],
    [{ held: 11, leaving: 11, files: 3 }, '11'],
    [{ held: 3, leaving: 3, files: 0 }, '没有任何文件'],
  ])('refuses %j', (counts, said) => {
    const few = { root: '/b', held: 1000, leaving: 1, files: 999 }
    const check = (): void => checkRemoval([few, { root: '/a', ...counts }])
    expect(check).toThrow(RemovalError)
    expect(check).toThrow(said)
    expect(check).toThrow('--allow-removal')
  })

  it('counts below each path by itself', () => {
    const held = ['/a/1', '/a/2', '/ab/3', '/c'].map((path) => ({ path }))
    expect(countLeaving(['/a', '/c'], [{ path: '/a/1' }], held, [{ path: '/a/2' }])).toEqual([
      { root: '/a', held: 2, leaving: 1, files: 1 },
      { root: '/c', held: 1, leaving: 0, files: 0 },
    ])
  })
})

describe('expect.minimum of a source', () => {
  const source = (minimum: string) => parseSource(`name: 甲\nexpect:\n  minimum: ${minimum}\n`, '/x/source.yml')

  it('is what the source must give', () => {
    expect(() => checkMinimums([source('3')], new Map([['/x/source.yml', 3]]))).not.toThrow()
    expect(() => checkMinimums([source('3')], new Map([['/x/source.yml', 2]]))).toThrow('至少应有 3 篇，现在只有 2 篇')
    expect(() => checkMinimums([source('1')], new Map())).toThrow(RemovalError)
  })

  it.each(['-1', 'viele', '1.5', '[1]'])('is a number: not %s, and the line is named', (value) => {
    expect(() => source(value)).toThrow(/第 3 行.*不小于 0 的整数/)
  })

  it('has no other keys beside it', () => {
    expect(() => parseSource('name: 甲\nexpect:\n  minimun: 3\n', '/x/source.yml')).toThrow(/第 3 行.*minimun.*minimum/)
  })
})
