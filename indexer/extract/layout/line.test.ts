import { expect, it } from 'vitest'
import { linesOf, type Fragment } from './line.js'

const SIZE = 16
const piece = (text: string, x: number, y: number, size = SIZE): Fragment => ({
  text,
  x,
  y,
  width: text.length * size,
  size,
})
const textOf = (fragments: Fragment[]): string[] => linesOf(fragments, 1).map(({ text }) => text)

it('puts what is raised into the line that it stands beside', () => {
  const note = [piece('各镇要切实履行职责', 50, 100), piece('1', 50 + 9 * SIZE, 93, 10), piece('明确专人', 204, 100)]
  expect(textOf([...note, piece('负责，严格执行。', 50, 128)])).toEqual([
    '各镇要切实履行职责1明确专人',
    '负责，严格执行。',
  ])
})

it('writes what is raised behind a digit as such', () => {
  const power = [piece('10', 50, 100), piece('6', 50 + 2 * SIZE, 93, 10), piece('立方米', 93, 100)]
  expect(textOf(power)).toEqual(['10⁶立方米'])
})

it('leaves small lines above larger ones alone', () => {
  expect(textOf([piece('青梧区政府公报', 50, 90, 10), piece('关于绿化的通知', 200, 100)])).toHaveLength(2)
})
