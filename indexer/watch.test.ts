import { describe, expect, it } from 'vitest'
import { leftToWait } from './watch.js'

describe('leftToWait', () => {
  const NOW = 10_000_000

  it('is as long as the folder has not been left alone', () => {
    expect(leftToWait(NOW - 500, NOW, NOW)).toBe(2_000)
    expect(leftToWait(NOW - 60_000, NOW - 1_500, NOW)).toBe(500)
    expect(leftToWait(NOW - 60_000, NOW - 2_000, NOW)).toBe(0)
  })

  it('comes to an end where the folder is never left alone', () => {
    expect(leftToWait(NOW - 299_000, NOW, NOW)).toBe(1_000)
    expect(leftToWait(NOW - 301_000, NOW, NOW)).toBeLessThanOrEqual(0)
  })

  it('is nothing before the first run', () => expect(leftToWait(0, 0, NOW)).toBeLessThan(0))
})
