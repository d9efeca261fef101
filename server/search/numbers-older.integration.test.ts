import { afterAll, beforeAll, expect, it } from 'vitest'
import { removeFolder, temporaryFolder } from '../../e2e/support/folder.js'
import { EngineClient } from '../../indexer/contract/engine/client.js'
import { openEngine, type Engine } from '../../indexer/contract/engine/open.js'
import { INDEX_SETTINGS, INDEXES } from '../../indexer/contract/index-settings.js'
import { askedNumber } from './asked-number.js'
import { holdingsOf } from './numbers.js'

let dataDir: string
let engine: Engine

beforeAll(async () => {
  dataDir = await temporaryFolder()
  engine = await openEngine({ dataDir, url: null, masterKey: null })
  // As it was before what has left was found by its number.
  const history = { ...INDEX_SETTINGS.history, filterableAttributes: ['id'] }
  await new EngineClient(engine).createIndexes('id', [
    [INDEXES.documents, INDEX_SETTINGS.documents],
    [INDEXES.history, history],
  ])
})

afterAll(async () => {
  await engine.release()
  await removeFolder(dataDir)
})

it.each(['测发〔2021〕5号', '482915607-2023-00143'])(
  'a number is not held, and nothing is said of what has left, where an older version has published: %s',
  async (q) => {
    const { holders, departed } = await holdingsOf(new EngineClient(engine), askedNumber(q)!)
    expect([holders, departed]).toEqual([[], []])
  },
)
