import { mkdtemp, rm } from 'node:fs/promises'
import { openEngine } from '/work/main/indexer/contract/engine/open.ts'
import { EngineClient } from '/work/main/indexer/contract/engine/client.ts'
import { Publication } from '/work/main/indexer/publish/publication.ts'
import { NEXT_INDEXES } from '/work/main/indexer/contract/index-settings.ts'
import { bareDocument } from '/work/main/e2e/evaluate/throw-away-archive.ts'
const dir = await mkdtemp('/tmp/lag-')
const address = await openEngine({ dataDir: dir, url: null, masterKey: null })
const engine = new EngineClient(address)
const orig = engine.countRecords.bind(engine)
let log: string[] = []
engine.countRecords = async (uid: string) => { const n = await orig(uid); log.push(`${uid.slice(9)}=${n}`); 
 return n }
const create = engine.createIndex.bind(engine)
engine.createIndex = async (uid, pk, s) => { 
  if (log.length) { const search = async (u: string) => (await engine.search({indexUid: u, limit: 1000})).hits.length
   console.log('REBUILD after', log.join(' '), 'again', await orig(NEXT_INDEXES.documents).catch(()=>-1), await orig(NEXT_INDEXES.passages).catch(()=>-1), 'by search', await search(NEXT_INDEXES.documents).catch(()=>-1), await search(NEXT_INDEXES.passages).catch(()=>-1)) }
  return create(uid, pk, s) }
const del = engine.deleteIndex.bind(engine)
let first = true
engine.deleteIndex = async (uid) => { if (log.length) { console.log('stats now', await orig(NEXT_INDEXES.documents), await orig(NEXT_INDEXES.passages), 'search', (await engine.search({indexUid: NEXT_INDEXES.documents, limit: 1000})).hits.length, (await engine.search({indexUid: NEXT_INDEXES.passages, limit: 1000})).hits.length, log.join(' ')) ; log=[] } return del(uid) }
for (let i = 0; i < 60; i++) {
  const docs = [1,2,3,10 + i % 3].map((n) => bareDocument('d' + n, '题' + n + (n === 2 ? i % 3 : ''), `各单位：\n第${n}号${n===2? i%3 : ''}事项。\n请办结。`))
  const map = new Map(docs.map(d => [d.id, d]))
  const p = new Publication(engine, (id) => map.get(id)!, false)
  log = []
  for (const d of docs) await p.put(d, d.content_hash)
  await p.publish(new Map(docs.map(d => [d.id, d.content_hash + d.title])))
}
await address.release(); await rm(dir, { recursive: true, force: true })
