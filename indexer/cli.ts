import { setFlagsFromString } from 'node:v8'
import { Catalogue, muteStore } from './catalogue.js'
import { lockArchive } from './contract/archive-lock.js'
import { EngineClient } from './contract/engine/client.js'
import { openEngine } from './contract/engine/open.js'
import { engineOptions, largestOriginal, operatorWordsFolder } from './contract/environment.js'
import { useOperatorWords } from './contract/words/word-file.js'
import { Ending, SIGNALS } from './ending.js'
import { discover } from './discover.js'
import { checkDiskSpace, watchDiskSpace } from './disk-space.js'
import { explainPath } from './explain.js'
import { parseOptions } from './options.js'
import { OriginalStore } from './originals.js'
import { explanationsText, outcomeJson, summaryOf } from './print.js'
import { proposalText, proposeWords } from './propose-words.js'
import { progressReporter } from './progress.js'
import { Publication } from './publish/publication.js'
import { qualityOf } from './quality/of-catalogue.js'
import { qualityText } from './quality/report.js'
import { exitCode } from './report.js'
import { synchronise } from './sync.js'
import { text } from './text.cli.zh.js'
import { causeOf, sentenceFor } from './sentence.js'
import { watch } from './watch.js'
import { watchReporter } from './watch-reporter.js'

/** Garbage is collected when the heap has grown by half: left to itself, V8 takes twice the memory for nothing. */
const LEAN_HEAP = '--heap-growing-percent=50'

/** The indexing command. Data goes to standard output, talk to standard error; returns the exit code. */
export async function main(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  if (args.includes('--watch')) return follow(args)
  setFlagsFromString(LEAN_HEAP)
  const ending = new Ending()
  const unlisten = ending.atSignals(130, `\n${text.errors.interrupted}`)
  muteStore()
  try {
    return await run(args, env, ending)
  } catch (error) {
    // What fails because its means were taken away needs no sentence of its own.
    if (!ending.isEnding) process.stderr.write(`${sentenceFor(await causeOf(error))}\n`)
    return 1
  } finally {
    await ending.finish()
    unlisten()
  }
}

/** Follows the paths until Ctrl-C, which is how it is meant to end. */
async function follow(args: string[]): Promise<number> {
  const stopping = new AbortController()
  const stop = (): void => stopping.abort()
  for (const signal of SIGNALS) process.on(signal, stop)
  try {
    const { values, positionals } = parseOptions(args)
    if (positionals.length + values.source.length === 0 || values['dry-run'] || values.rebuild) {
      process.stderr.write(`${text.watch.usage}\n`)
      return 1
    }
    const without = args.filter((arg) => arg !== '--watch')
    await watch(positionals, values.source, without, stopping.signal, watchReporter(process.stderr, values.json))
    return 0
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`)
    return 1
  } finally {
    SIGNALS.forEach((signal) => process.off(signal, stop))
  }
}

async function run(args: string[], env: NodeJS.ProcessEnv, ending: Ending): Promise<number> {
  const { values, positionals } = parseOptions(args)
  useOperatorWords(operatorWordsFolder(env))
  if (values.help) return print(text.usage)
  if (values['propose-words']) return print(await proposals(env, values.json))
  if (values.explain !== undefined) return print(await explain(values.explain, values.source, values.json))
  if (values.quality) return print(await quality(engineOptions(env).dataDir, values.json))
  const isRebuildAlone = values.rebuild && !values['dry-run'] && positionals.length + values.source.length === 0
  if (positionals.length + values.source.length === 0 && !isRebuildAlone) {
    process.stderr.write(`${text.errors.noPath}\n\n${text.usage}\n`)
    return 1
  }
  // What is asked for is looked at before anything is started or locked.
  const allowRemoval = values['allow-removal']
  if (!isRebuildAlone) await discover(positionals, values.source, allowRemoval)
  const dryRun = values['dry-run']
  const options = engineOptions(env)
  const originals = new OriginalStore(options.dataDir, largestOriginal(env))
  const giveUp = (error: Error): void => ending.now(1, sentenceFor(error))
  ending.later(await lockArchive(options.dataDir, giveUp))
  if (!dryRun) {
    await checkDiskSpace(options.dataDir)
    const endWatch = watchDiskSpace(options.dataDir, giveUp)
    ending.later(() => Promise.resolve(endWatch()))
  }
  const catalogue = new Catalogue(options.dataDir)
  ending.later(() => catalogue.close())
  const opening = dryRun ? null : openEngine(options)
  // Interrupted while the engine is only starting, we wait for it: none is left behind.
  if (opening)
    ending.later(() =>
      opening.then(
        (opened) => opened.release(),
        () => undefined,
      ),
    )
  const engine = opening && opening.then((opened) => new EngineClient(opened))
  if (engine && isRebuildAlone) return print(await rebuild(catalogue, await engine, values.json))
  const progress = progressReporter(process.stderr, values.json)
  const outcome = await synchronise(
    { paths: positionals, sources: values.source, dryRun, rebuild: values.rebuild, allowRemoval },
    { catalogue, engine, originals, onProgress: progress.report },
  ).finally(progress.end)
  if (values.json) print(outcomeJson(outcome))
  else print(summaryOf(outcome, dryRun))
  return exitCode(outcome)
}

/** Builds the indexes anew from the catalogue, without any source; returns what was done. */
async function rebuild(catalogue: Catalogue, engine: EngineClient, asJson: boolean): Promise<string> {
  const publication = new Publication(engine, catalogue, true)
  const state = await publication.publish(catalogue.holdings())
  const { documents, history } = { documents: 0, history: 0, ...state }
  return asJson ? JSON.stringify({ documents, history }) : text.summary.rebuilt(documents, history)
}

async function explain(file: string, sources: string[], asJson: boolean): Promise<string> {
  const files = await explainPath(file, sources)
  return asJson ? JSON.stringify({ files }) : explanationsText(files)
}

/** Reads the catalogue and nothing else: the archive may be served, or written to, at the same time. */
async function proposals(env: NodeJS.ProcessEnv, json: boolean): Promise<string> {
  const catalogue = Catalogue.existing(engineOptions(env).dataDir)
  try {
    const words = proposeWords(catalogue)
    return json ? JSON.stringify(words) : proposalText(words)
  } finally {
    await catalogue.close()
  }
}

/** The report is made from the catalogue alone: neither the engine nor the sources need be there. */
async function quality(dataDir: string, asJson: boolean): Promise<string> {
  const catalogue = Catalogue.existing(dataDir)
  try {
    const report = await qualityOf(catalogue)
    return asJson ? JSON.stringify(report) : qualityText(report)
  } finally {
    await catalogue.close()
  }
}

function print(line: string): number {
  process.stdout.write(`${line}\n`)
  return 0
}
