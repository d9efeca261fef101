import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bareDocument, buildArchive, type ThrowAwayArchive } from '../../e2e/evaluate/throw-away-archive.js'
import type { DocumentContent } from '../../indexer/contract/document.js'
import { newSearch } from '../params.js'
import type { Hints } from './hints.js'

/** Twelve documents about lifts, whose texts share words, among forty about other things. */
async function* documents(): AsyncGenerator<DocumentContent> {
  for (let n = 0; n < 12; n++) {
    yield bareDocument(`l${n}`, `加装电梯办法之${n}`, `老旧小区加装电梯，业主协商，补贴按楼层计算。第${n}号招商引资。`)
  }
  for (let n = 0; n < 40; n++) yield bareDocument(`o${n}`, `防汛通知之${n}`, `汛期值班，水库巡查，物资储备。第${n}号。`)
}

let archive: ThrowAwayArchive
beforeAll(async () => {
  archive = await buildArchive(documents())
})
afterAll(() => archive.close())

function hints(q: string): Promise<Hints> {
  const request = newSearch({ q })
  return archive.archive.hints(request, archive.archive.search(request))
}

describe('hints', () => {
  it.each([
    ['招商银资', '招商引资', 12],
    ['zhaoshangyinzi', '招商引资', 12],
    ['加装电剃', '加装电梯', 12],
  ])('take %s for %s, and say exactly what that finds', async (typed, q, total) => {
    expect((await hints(typed)).correction).toEqual({ q, total })
  })

  it.each(['招商引资', '加装电梯', '防汛', '航空母舰', 'abc', '-招商银资 电梯'])('leave %s alone', async (typed) => {
    expect((await hints(typed)).correction).toBeNull()
  })

  it('name what the documents found have in common and the others have not', async () => {
    const { related } = await hints('加装电梯')
    expect(related.length).toBeGreaterThan(0)
    for (const word of related) expect('老旧小区加装电梯业主协商补贴按楼层计算办法招商引资').toContain(word)
    expect(related).not.toContain('加装电梯')
    expect(related.some((word) => '汛期值班水库巡查物资储备'.includes(word))).toBe(false)
  })
})
