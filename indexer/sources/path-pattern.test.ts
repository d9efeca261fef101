import { describe, expect, it } from 'vitest'
import { compilePattern } from './path-pattern.js'

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

  it.each(['{year', '{}', '{a b}', '{a}/{a}', '{year:(}'])('refuses %s', (pattern) =>
    expect(() => compilePattern(pattern)).toThrow(SyntaxError),
  )
})
