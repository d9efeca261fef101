import { fileURLToPath } from 'node:url'
import { Catalogue } from './catalogue.js'
import { BusyError, lockArchive } from './contract/archive-lock.js'
import { EngineClient } from './contract/engine/client.js'
import { openEngine } from './contract/engine/open.js'
import { engineOptions, operatorWordsFolder } from './contract/environment.js'
import { INDEXES } from './contract/index-settings.js'
import { useOperatorWords } from './contract/words/word-file.js'
import { refuseArguments } from './options.js'
import { summaryOf } from './print.js'
import { Publication } from './publish/publication.js'
import { readState } from './publish/slot.js'
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
  const cleanUp: (() => Promise<void>)[] = []
  const finish = async (): Promise<void> => {
    for (let step = cleanUp.pop(); step; step = cleanUp.pop()) await step()
  }
  const giveUp = (error: Error): void => {
    process.stderr.write(`${sentenceFor(error)}\n`)
    void finish()
      .catch(() => undefined)
      .finally(() => process.exit(1))
  }
  try {
    refuseArguments(args)
    const options = engineOptions(env)
    useOperatorWords(operatorWordsFolder(env))
    const engine = await openEngine(options)
    cleanUp.push(engine.release)
    cleanUp.push(await lockArchive(options.dataDir, giveUp))
    const catalogue = new Catalogue(options.dataDir)
    cleanUp.push(() => catalogue.close())
    process.stdout.write(`${await prepare(catalogue, new EngineClient(engine))}\n`)
    return 0
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`)
    // Whoever is at work on the archive makes it ready.
    return error instanceof BusyError ? 0 : 1
  } finally {
    await finish()
  }
}

/** Returns what was done, for people. */
async function prepare(catalogue: Catalogue, engine: EngineClient): Promise<string> {
  const holdings = catalogue.holdings()
  if (holdings.documents.size + holdings.departed.size === 0 && (await readState(engine, INDEXES.archive)) === null) {
    const options = { paths: [SAMPLE], sources: [], dryRun: false, rebuild: false }
    return summaryOf(await synchronise(options, { catalogue, engine, onProgress: () => undefined }), false)
  }
  const publication = new Publication(engine, (revision) => catalogue.content(revision), false)
  return (await publication.publish(holdings)) === null ? text.summary.nothingNew : text.summary.published
}
