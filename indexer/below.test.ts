import { expect, it } from 'vitest'
import { isAtOrBelow } from './below.js'

it.each([
  ['/records', '/records', true],
  ['/records', '/records/2021/a.txt', true],
  ['/records', '/records-old/a.txt', false],
  ['/records/2021', '/records', false],
  ['/', '/records/a.txt', true],
])('tells of %s whether %s lies there: %s', (folder, path, expected) => {
  expect(isAtOrBelow(folder, path)).toBe(expected)
})
