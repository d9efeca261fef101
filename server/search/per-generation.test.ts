import { describe, expect, it, vi } from 'vitest'
import type { ArchiveState } from '../../indexer/contract/records.js'
import { identityOf, perGeneration } from './per-generation.js'

const state = (changes: Partial<ArchiveState> = {}): ArchiveState => ({
  id: 'archive',
  generation: 1,
  documents: 1,
  passages: 1,
  updated: '2026-01-02T03:04:05Z',
  history: 0,
  digest: 'd',
  dated: 'e',
  schema: 's',
  ...changes,
})

describe('perGeneration', () => {
  it('keeps one value as long as the archive is the same', () => {
    let made = 0
    const valueOf = perGeneration(() => ++made)
    expect([valueOf(state()), valueOf(state()), valueOf(state())]).toEqual([1, 1, 1])
    expect(valueOf(state({ generation: 2 }))).toBe(2)
    expect(valueOf(null)).toBe(3)
  })

  it('makes a new one for another archive that has come to the same number', () => {
    let made = 0
    const valueOf = perGeneration(() => ++made)
    expect(valueOf(state())).toBe(1)
    expect(valueOf(state({ digest: 'other' }))).toBe(2)
    expect(valueOf(state({ digest: 'other', updated: '2026-01-03T00:00:00Z' }))).toBe(3)
  })

  it('makes a new one each day: what is of this year, and the newest, is not what it was', () => {
    const valueOf = perGeneration(() => new Date().toISOString())
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-12-31T15:59:00Z') })
    try {
      const yesterday = valueOf(state())
      expect(valueOf(state())).toBe(yesterday)
      vi.setSystemTime('2026-12-31T16:00:00Z')
      expect(valueOf(state())).not.toBe(yesterday)
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('identityOf', () => {
  it('tells no state from every state', () => expect(identityOf(null)).not.toBe(identityOf(state())))
})
