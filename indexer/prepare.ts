import { fileURLToPath } from 'node:url'
import { Catalogue, muteStore } from './catalogue.js'
import { BusyError, lockArchive } from './contract/archive-lock.js'
import { EngineClient } from './contract/engine/client.js'
import { openEngine } from './contract/engine/open.js'
import { engineOptions, operatorWordsFolder } from './contract/environment.js'
import { INDEXES } from './contract/index-settings.js'
import { readState } from './contract/state.js'
import { useOperatorWords } from './contract/words/word-file.js'
import { Ending } from './ending.js'
import { refuseArguments } from './options.js'
import { summaryOf } from './print.js'
import { Publication } from './publish/publication.js'
import { sentenceFor } from './sentence.js'
import { synchronise } from './sync.js'
import { text } from './text.cli.zh.js'

const SAMPLE = fileURLToPath(new URL('sample', import.meta.url))

/**
 * Makes an archive ready to be served, as is done before each start of a site in a container. Afterwards the site's
 * key is in `DATA_DIR`, an archive that never held anything holds the sample, and the live indexes hold what the
 * catalogue holds, even where the engine has lost them or an older version wrote them. Where all is so already,
 * nothing changes. Returns the exit code: 0 ready, 1 not (a sentence on standard error says why).
 */
export async function main(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const ending = new Ending()
  const unlisten = ending.atSignals(130, `\n${text.errors.interrupted}`)
  muteStore()
  try {
    refuseArguments(args)
    const options = engineOptions(env)
    useOperatorWords(operatorWordsFolder(env))
    const opening = openEngine(options)
    // Interrupted while the engine is only starting, we wait for it: none is left behind.
    ending.later(async () => (await opening).release())
    const engine = await opening
    const giveUp = (error: Error): void => ending.now(1, sentenceFor(error))
    ending.later(await lockArchive(options.dataDir, giveUp))
    const catalogue = new Catalogue(options.dataDir)
    ending.later(() => catalogue.close())
    process.stdout.write(`${await prepare(catalogue, new EngineClient(engine))}\n`)
    return 0
  } catch (error) {
    if (!ending.isEnding) process.stderr.write(`${sentenceFor(error)}\n`)
    // Whoever is at work on the archive makes it ready.
    return error instanceof BusyError ? 0 : 1
  } finally {
    await ending.finish()
    unlisten()
  }
}

/** Returns what was done, for people. */
async function prepare(catalogue: Catalogue, engine: EngineClient): Promise<string> {
  const holdings = catalogue.holdings()
  if (holdings.documents.size + holdings.departed.size === 0 && (await readState(engine, INDEXES.archive)) === null) {
    const options = { paths: [SAMPLE], sources: [], dryRun: false, rebuild: false }
    return summaryOf(await synchronise(options, { catalogue, engine, onProgress: () => undefined }), false)
  }
  const publication = new Publication(engine, catalogue, false)
  return (await publication.publish(holdings)) === null ? text.summary.nothingNew : text.summary.published
}
