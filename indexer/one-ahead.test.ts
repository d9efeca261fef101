import { describe, expect, it } from 'vitest'
import { oneAhead } from './one-ahead.js'

async function* made(count: number, log: string[], failing = -1): AsyncGenerator<number, void> {
  for (let n = 0; n < count; n++) {
    log.push(`made ${n}`)
    if (n === failing) throw new Error(`cannot make ${n}`)
    yield await Promise.resolve(n)
  }
}

describe('oneAhead', () => {
  it('gives the items in order, and makes no more than the next one before it is asked for', async () => {
    const log: string[] = []
    for await (const n of oneAhead(made(3, log))) log.push(`taken ${n}`)
    expect(log).toEqual(['made 0', 'made 1', 'taken 0', 'made 2', 'taken 1', 'taken 2'])
  })

  it('tells what went wrong with an item when its turn comes', async () => {
    const taken: number[] = []
    const take = async (): Promise<void> => {
      for await (const n of oneAhead(made(3, [], 1))) taken.push(n)
    }
    await expect(take()).rejects.toThrow('cannot make 1')
    expect(taken).toEqual([0])
  })

  it('gives nothing of nothing', async () => {
    for await (const n of oneAhead(made(0, []))) expect.unreachable(String(n))
  })
})
