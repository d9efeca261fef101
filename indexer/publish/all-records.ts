import type { EngineClient } from '../contract/engine/client.js'

/** Records of one answer: what is asked of a million at once would be in memory several times over. */
const AT_A_TIME = 5000

/** The given fields of all records of an index, which nothing may change meanwhile. */
export async function* allRecords<T extends object>(
  engine: EngineClient,
  indexUid: string,
  attributesToRetrieve: (keyof T & string)[],
  atATime = AT_A_TIME,
): AsyncGenerator<T> {
  for (let offset = 0; ; offset += atATime) {
    const { hits } = await engine.search<T>({ indexUid, attributesToRetrieve, limit: atATime, offset })
    yield* hits
    if (hits.length < atATime) return
  }
}
