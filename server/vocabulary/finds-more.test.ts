import { describe, expect, it } from 'vitest'
import { DocumentTable, Matches } from '../search/documents.js'
import { findsMore } from './finds-more.js'

/** A lookup in which each run finds so many documents. */
function lookupOf(found: Record<string, number>): Parameters<typeof findsMore>[1] {
  const ids = (count: number): Record<string, number> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`d${index}`, 1]))
  const documents = new DocumentTable(ids(10))
  return { exact: (run) => Promise.resolve(Matches.of(documents, ids(found[run] ?? 0))) }
}

const correction = (typed: string, meant: string, whole = { typed, meant }): Parameters<typeof findsMore>[0] => ({
  q: whole.meant,
  changes: [{ typed, meant, run: whole }],
})

describe('findsMore', () => {
  it('goes by the whole run, of which a piece may stand in other words', async () => {
    const slip = correction('是实', '事实', { typed: '是实上', meant: '事实上' })
    expect(await findsMore(slip, lookupOf({ 是实: 9, 事实: 8, 事实上: 3 }))).toBe(true)
    expect(await findsMore(slip, lookupOf({ 是实: 1, 事实: 8, 是实上: 3, 事实上: 2 }))).toBe(false)
  })

  it('goes by the piece where nothing has the whole, as of a question', async () => {
    const question = correction('电剃', '电梯', { typed: '加装电剃怎么申请', meant: '加装电梯怎么申请' })
    expect(await findsMore(question, lookupOf({ 电剃: 1, 电梯: 5 }))).toBe(true)
    expect(await findsMore(question, lookupOf({ 电剃: 5, 电梯: 5 }))).toBe(false)
  })

  it('is no when as much is found', async () => {
    expect(await findsMore(correction('展新', '崭新'), lookupOf({ 展新: 4, 崭新: 4 }))).toBe(false)
  })
})
