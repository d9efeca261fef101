import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { EngineClient } from './indexer/contract/engine/client.js'
import { openEngine } from './indexer/contract/engine/open.js'
import { engineOptions, largestOriginal, operatorWordsFolder } from './indexer/contract/environment.js'
import { archiveSchema, INDEXES } from './indexer/contract/index-settings.js'
import { readState } from './indexer/contract/state.js'
import { useOperatorWords } from './indexer/contract/words/word-file.js'
import { Ending } from './indexer/ending.js'
import { MissingPathError } from './indexer/discover.js'
import { misusedOption, sentenceFor } from './indexer/sentence.js'
import { loadSource } from './indexer/sources/load-source.js'
import { createApp } from './server/app.js'
import { ConfigError, parseConfig } from './server/config.js'
import { EngineUnavailableError } from './server/errors.js'
import { listen, ListenError } from './server/listen.js'
import { createLogger } from './server/log.js'
import { openArchive, warmUpSoon } from './server/open-archive.js'
import { startText } from './server/text.start.zh.js'

const RUN = fileURLToPath(new URL('run.mjs', import.meta.url))
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
    process.stderr.write(`${sentence(error)}\n`)
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
  useOperatorWords(operatorWordsFolder(env))
  // For the indexer, which would say it when the site is up.
  largestOriginal(env)
  for (const place of positionals) await mustExist(place)
  for (const file of values.source) await mustExist((await loadSource(path.resolve(file))).root)

  const opening = openEngine(options)
  const ending = new Ending()
  // Told to stop while the engine is only starting, we wait for it: none is left behind.
  ending.later(async () => (await opening).release())
  ending.atSignals(0)

  try {
    const engine = await opening
    if (ending.isEnding) return
    const archive = openArchive(config, engine.url, engine.searchKey)
    const { error: report } = createLogger(config.logLevel)
    const site = await listen(createApp(archive, config), config.host, config.port, ({ message }) => report(message))
    ending.later(site.close)
    const parent = process.ppid
    const watch = setInterval(() => {
      // npm ends its shell, and not us, when it is told to end by itself.
      if (env['npm_lifecycle_event'] !== undefined && process.ppid !== parent) ending.now(0)
      else void engine.revive().catch(() => undefined)
    }, WATCH_MS)
    ending.later(() => Promise.resolve(clearInterval(watch)))

    const named = [...positionals, ...values.source.flatMap((file) => ['--source', file])]
    const isUp = (): void => {
      say(startText.serving(site.url))
      warmUpSoon(archive)
    }
    if (named.length > 0) {
      isUp()
      const code = await indexer(['index', ...named], ending)
      if (ending.isEnding) return
      say(code === 1 ? startText.indexingFailed : startText.indexed)
    } else {
      // With more patience than a page has: over a cold disk the first answer may take a while.
      const state = await readState(new EngineClient(engine), INDEXES.archive).catch((error: unknown) => {
        throw new EngineUnavailableError({ cause: error })
      })
      if (state?.schema !== archiveSchema()) {
        say(startText.preparing)
        await indexer(['prepare'], ending)
        if (ending.isEnding) return
      }
      isUp()
    }
  } catch (error) {
    // What fails because its means were taken away needs no sentence of its own.
    ending.now(1, sentence(error))
  }
}

/** What the site says of itself is a sentence already; the rest is put into words as the indexer does. */
function sentence(error: unknown): string {
  if (error instanceof ConfigError || error instanceof ListenError) return error.message
  if (error instanceof EngineUnavailableError) return startText.noAnswer
  if (error instanceof MissingPathError) return startText.missing(error.path)
  const option = misusedOption(error)
  return option === null ? sentenceFor(error) : startText.option(option)
}

async function mustExist(place: string): Promise<void> {
  try {
    await access(place)
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EACCES' ? error : new MissingPathError(place)
  }
}

/** Runs an indexing command in a process of its own: reading ten thousand files must not slow down the pages. */
async function indexer(args: string[], ending: Ending): Promise<number> {
  const child = spawn(process.execPath, [RUN, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = once(child, 'exit')
  const forget = ending.later(() => {
    child.kill('SIGINT')
    return ended
  })
  const [code] = (await ended) as [number | null]
  forget()
  return code ?? 1
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
