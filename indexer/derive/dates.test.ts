import { expect, it } from 'vitest'
import { readDate } from './dates.js'

const TODAY = '2026-01-01'

it.each([
  ['2019年03月05日印发', '2019-03-05'],
  ['2021年5月1日起施行', '2021-05-01'],
  ['2019-03-05 发布', '2019-03-05'],
  ['20190306103000', '2019-03-06'],
  // Midnight in China: of a winter's day, and of a summer's day with summer time.
  [String(Date.UTC(1988, 0, 31, 16)), '1988-02-01'],
  [String(Date.UTC(1988, 5, 30, 15)), '1988-07-01'],
])('reads the day of %s', (value, expected) => {
  const warned: string[] = []
  expect(readDate('effective', [value], TODAY, (field) => warned.push(field))).toBe(expected)
  expect(warned).toEqual([])
})

it.each(['印发', '3月5日印发', '2019年3月5日至6日印发'])('takes %s for no date, and says so', (value) => {
  const warned: string[] = []
  expect(readDate('written', [value], TODAY, (field) => warned.push(field))).toBeNull()
  expect(warned).toEqual(['written'])
})
