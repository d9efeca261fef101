import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openEngine } from './indexer/contract/engine/open.js'
import { engineOptions } from './indexer/contract/environment.js'
import { createApp } from './server/app.js'
import { parseConfig } from './server/config.js'
import { listen } from './server/listen.js'
import { openArchive } from './server/open-archive.js'
import { startText } from './server/text.start.zh.js'

const SAMPLE = fileURLToPath(new URL('indexer/sample', import.meta.url))
const INDEXER = fileURLToPath(new URL('run.mjs', import.meta.url))
/** How often the embedded engine is looked after, in milliseconds. */
const WATCH_MS = 2_000

/**
 * `npm start`: the engine, the site, and the indexing of what was named (or of the sample, into an empty archive), in
 * one go. Runs until it is told to stop; then everything it started is stopped too.
 */
export async function main(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  try {
    await start(args, env)
    return 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

async function start(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: { source: { type: 'string', multiple: true, default: [] as string[] } },
    allowPositionals: true,
  })
  const config = parseConfig(env)
  const options = engineOptions(env)
  for (const path of [...positionals, ...values.source]) await mustExist(path)

  const engine = await openEngine(options)
  const stops: (() => Promise<unknown>)[] = [engine.release]
  const stop = async (code: number): Promise<never> => {
    for (let step = stops.pop(); step; step = stops.pop()) await step().catch(() => undefined)
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop(0))

  try {
    const archive = openArchive(config, engine.url, engine.searchKey)
    const site = await listen(createApp(archive, config), config.host, config.port)
    stops.push(site.close)
    const watch = setInterval(() => void engine.revive().catch(() => undefined), WATCH_MS)
    stops.push(() => Promise.resolve(clearInterval(watch)))

    const named = [...positionals, ...values.source.flatMap((file) => ['--source', file])]
    if (named.length > 0) {
      say(startText.serving(site.url))
      const code = await index(named, stops)
      say(code === 1 ? startText.indexingFailed : startText.indexed)
    } else {
      if ((await archive.summary()).state === null) {
        say(startText.fillingWithSample)
        await index([SAMPLE], stops)
      }
      say(startText.serving(site.url))
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    await stop(1)
  }
}

async function mustExist(path: string): Promise<void> {
  try {
    await access(path)
  } catch {
    throw new Error(startText.missing(path))
  }
}

/** Indexes in a process of its own: reading ten thousand files must not slow down the pages. */
async function index(args: string[], stops: (() => Promise<unknown>)[]): Promise<number> {
  const child = spawn(process.execPath, [INDEXER, 'index', ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = once(child, 'exit')
  const end = async (): Promise<void> => {
    child.kill('SIGINT')
    await ended
  }
  stops.push(end)
  const [code] = (await ended) as [number | null]
  stops.splice(stops.indexOf(end), 1)
  return code ?? 1
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
