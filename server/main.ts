import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { SEARCH_KEY_FILE } from '../indexer/contract/engine/open.js'
import { operatorWordsFolder } from '../indexer/contract/environment.js'
import { useOperatorWords } from '../indexer/contract/words/word-file.js'
import { createApp } from './app.js'
import { parseConfig, type Config } from './config.js'
import { listen } from './listen.js'
import { createLogger } from './log.js'
import { openArchive, warmUpSoon } from './open-archive.js'
import { startText } from './text.start.zh.js'

/**
 * The site by itself, over an engine that others look after (`MEILI_URL`): what a container runs. It knows the search
 * key only, from `MEILI_SEARCH_KEY` or from the file that the indexer leaves in `DATA_DIR`.
 */
export async function main([argument]: string[], env: NodeJS.ProcessEnv): Promise<number> {
  try {
    if (argument !== undefined) throw new Error(startText.noArguments(argument))
    const config = parseConfig(env)
    useOperatorWords(operatorWordsFolder(env))
    const archive = openArchive(config, engineUrl(config), await searchKey(config))
    const { error: report } = createLogger(config.logLevel)
    const site = await listen(createApp(archive, config), config.host, config.port, ({ message }) => report(message))
    process.stdout.write(`${startText.serving(site.url)}\n`)
    warmUpSoon(archive)
    await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve).once('SIGHUP', resolve))
    await site.close()
    return 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

function engineUrl({ meiliUrl }: Config): string {
  if (meiliUrl === null) throw new Error(startText.noEngine)
  return meiliUrl
}

async function searchKey({ meiliSearchKey, dataDir }: Config): Promise<string> {
  if (meiliSearchKey !== null) return meiliSearchKey
  try {
    return (await readFile(path.join(dataDir, SEARCH_KEY_FILE), 'utf8')).trim()
  } catch {
    throw new Error(startText.noSearchKey)
  }
}
