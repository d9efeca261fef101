import { describe, expect, it } from 'vitest'
import { createLogger } from './log.js'

describe('createLogger', () => {
  it('writes what is as loud as its level or louder, an error with its stack', () => {
    const lines: string[] = []
    const log = createLogger('warn', (line) => lines.push(line))
    log.info('quiet')
    log.warn('careful')
    log.error('broken', new Error('why'))
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^\d{4}-.*Z warn careful$/)
    expect(lines[1]).toMatch(/error broken\nError: why\n\s+at /)
  })

  it('writes nothing when silent', () => {
    const lines: string[] = []
    createLogger('silent', (line) => lines.push(line)).error('broken')
    expect(lines).toEqual([])
  })
})
