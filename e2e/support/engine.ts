import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** The engine that lives in a `DATA_DIR`, as its files tell. */
export interface EngineOf {
  pid: number
  url: string
  masterKey: string
  searchKey: string
}

/** Null where none is noted. */
export async function engineOf(dataDir: string): Promise<EngineOf | null> {
  const read = (name: string): Promise<string> => readFile(path.join(dataDir, name), 'utf8')
  try {
    const { pid, port } = JSON.parse(await read('engine/engine.json')) as { pid: number; port: number }
    const [masterKey, searchKey] = await Promise.all([read('engine/master.key'), read('search.key')])
    return { pid, url: `http://127.0.0.1:${port}`, masterKey: masterKey.trim(), searchKey: searchKey.trim() }
  } catch {
    return null
  }
}

/** A process that is there; one that has ended and was not waited for by its parent does not count. */
export async function isRunning(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return !/\) [ZX] /.test(stat)
}

/** Engines that run on a folder below `dataDir`, noted there or not. */
export async function enginesOn(dataDir: string): Promise<number[]> {
  const engines = await processesWith('meilisearch')
  const ours = await processesWith(`${dataDir}/`)
  return engines.filter((pid) => ours.includes(pid))
}

/** Processes that have these words on their command line. */
export async function processesWith(words: string): Promise<number[]> {
  const found: number[] = []
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const line = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')
    if (line.includes(words)) found.push(Number(name))
  }
  return found
}

/** Asks the engine itself, past everything of ours; returns status and body. */
export async function askEngine(
  { url, key }: { url: string; key: string },
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) }
}

/** What the engine's label says of the live state of the archive. */
export async function archiveState({ url, masterKey }: EngineOf): Promise<{ generation: number; digest: string }> {
  const { body } = await askEngine({ url, key: masterKey }, 'GET', '/indexes/zhengyan_archive/documents')
  return (body as { results: [{ generation: number; digest: string }] }).results[0]
}

/** Processor time that a process has used, in seconds, user and system. */
export async function secondsOfWork(pid: number): Promise<number> {
  const TICKS = 100
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /, '').split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS
}
