import { describe, expect, it } from 'vitest'
import { compilePattern } from './path-pattern.js'
import { workOf } from '../contract/testing/work.js'

describe('compilePattern', () => {
  it.each([
    ['报告/{region}/{year:\\d{4}}.md', '报告/某省/2021.md', { region: '某省', year: '2021' }],
    ['报告/{region}/{year:\\d{4}}.md', '报告/某省/2021-10.md', null],
    ['报告/{year:\\d{4}}*.md', '报告/2021-10.md', { year: '2021' }],
    ['{name}.md', 'a/b.md', null],
    ['**/{name}.md', 'a/b/c.md', { name: 'c' }],
    ['**/{name}.md', 'c.md', { name: 'c' }],
    ['a/**', 'a/b/c', {}],
    ['a?c+(1).md', 'abc+(1).md', {}],
    ['a?c.md', 'a/c.md', null],
    ['{kind:甲|乙}/x', '乙/x', { kind: '乙' }],
  ])('%s on %s', (pattern, path, expected) => expect(compilePattern(pattern).match(path)).toEqual(expected))

  it.each([
    ['报告/{region}/{year}.md', '报告/某省/2021.md'],
    ['{name}.md', 'a/b.md'],
    ['**/{name}.md', 'a/b/c.md'],
    ['**/{name}.md', 'c.md'],
    ['**/b/**/{name}.md', 'a/b/b/𠮷.md'],
    ['{a}-{b}.md', 'x-y-z.md'],
    ['{a}{b}', 'xyz'],
    ['{a}', ''],
    ['a/**', 'a/b/c'],
    ['**', ''],
    ['*/*', 'a/'],
    ['a?c+(1).md', 'a𠮷c+(1).md'],
    ['a?c.md', 'a/c.md'],
    ['*.{ending}', 'a.b.c'],
  ])('%s on %s means the same in an archive', (pattern, path) =>
    expect(compilePattern(pattern, true).match(path)).toEqual(compilePattern(pattern).match(path)),
  )

  it('takes no time over what comes in an archive', () => {
    const work = workOf(() => {
      expect(compilePattern(`${'*a'.repeat(40)}**${'{b}'}!`, true).match('a'.repeat(20_000))).toBeNull()
    })
    expect(work).toBeLessThan(10_000)
    expect(() => compilePattern('{x:(a+)+}.txt', true)).toThrow('正则式')
  })

  it.each(['{year', '{}', '{a b}', '{a}/{a}', '{year:(}'])('refuses %s', (pattern) =>
    expect(() => compilePattern(pattern)).toThrow(SyntaxError),
  )
})
