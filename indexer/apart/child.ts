import { extractFile, extractLines } from '../extract/index.js'
import { loadPdfjsBy } from '../extract/pdfjs.js'
import type { Limits } from './limits.js'
import type { ReadReply, ReadRequest } from './protocol.js'
import { startWatchdog, type Watchdog } from './watchdog.js'

/** With the parent gone nobody waits for an answer; one that fails would be told as another failure, for ever. */
function reply(message: ReadReply): void {
  if (!process.connected) process.exit()
  process.send!(message, undefined, undefined, (error) => error && process.exit())
}

/**
 * The reading process: takes one file after another from its parent and answers what is in it. `process.argv[2]` is
 * what a file may cost, as JSON, `process.argv[3]` the parent's process id.
 */
export function serve(loadPdfjs: Parameters<typeof loadPdfjsBy>[0]): void {
  loadPdfjsBy(loadPdfjs)
  const watchdog = startWatchdog(JSON.parse(process.argv[2]!) as Limits, Number(process.argv[3]))
  // Ctrl-C and its closing reach every process of a terminal: the parent decides what they mean.
  process.on('SIGINT', () => undefined).on('SIGHUP', () => undefined)
  process.on('disconnect', () => process.exit())
  process.on('message', (request: ReadRequest) => void answer(request, watchdog))
  // What a library lets loose between two ticks may be about the file at hand or about the one before.
  process.on('uncaughtException', (error) => reply({ type: 'stray', message: error.message }))
  reply({ type: 'ready' })
}

async function answer({ path, bytes, settings, linesBefore }: ReadRequest, watchdog: Watchdog): Promise<void> {
  watchdog.begin()
  try {
    const contents = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const content =
      linesBefore === null
        ? await extractFile(path, contents, settings, watchdog.progress)
        : extractLines(contents, linesBefore, settings, watchdog.progress)
    reply({ type: 'content', content })
  } catch (error) {
    reply({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
  } finally {
    watchdog.end()
  }
}
