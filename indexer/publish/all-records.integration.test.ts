import { afterAll, beforeAll, expect, it } from 'vitest'
import { ownEngine } from '../../e2e/bench/archives.js'
import { EngineClient } from '../contract/engine/client.js'
import { INDEX_SETTINGS, NEXT_INDEXES } from '../contract/index-settings.js'
import { allRecords } from './all-records.js'

let home: Awaited<ReturnType<typeof ownEngine>>
let engine: EngineClient
beforeAll(async () => {
  home = await ownEngine()
  engine = new EngineClient(await home.opening)
  await engine.createIndex(NEXT_INDEXES.history, 'id', INDEX_SETTINGS.history)
  const records = [1, 2, 3, 4].map((n) => JSON.stringify({ id: `d${n}`, stamp: `s${n}`, text: '不取' }))
  await engine.completed(engine.add(NEXT_INDEXES.history, records.join('\n')))
})
afterAll(() => home.giveBack())

it.each([1, 2, 3, 4, 5])('gives all records of an index, %d at a time', async (atATime) => {
  const all: object[] = []
  for await (const one of allRecords<{ id: string; stamp: string }>(
    engine,
    NEXT_INDEXES.history,
    ['id', 'stamp'],
    atATime,
  ))
    all.push(one)
  expect(all).toEqual([1, 2, 3, 4].map((n) => ({ id: `d${n}`, stamp: `s${n}` })))
})
