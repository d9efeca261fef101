import { Worker } from 'node:worker_threads'
import { extractFile } from '../extract/index.js'
import { loadPdfjsBy } from '../extract/pdfjs.js'
import type { ReadReply, ReadRequest } from './protocol.js'

/** Looks at memory and parent this often, in milliseconds. */
const WATCH_MS = 100
/** Progress is told this often, in milliseconds. */
const PROGRESS_MS = 500

const reply = (message: ReadReply): void => void process.send?.(message)

/**
 * The reading process: takes one file after another from its parent and answers what is in it. `process.argv[2]` is
 * how many megabytes it may take.
 */
export function serve(loadPdfjs: Parameters<typeof loadPdfjsBy>[0]): void {
  loadPdfjsBy(loadPdfjs)
  watch(Number(process.argv[2]) * 1_000_000)
  // Ctrl-C reaches every process of a terminal: the parent decides what it means.
  process.on('SIGINT', () => undefined)
  process.on('disconnect', () => process.exit())
  process.on('message', (request: ReadRequest) => void answer(request))
  // A fault that a library lets loose between two ticks belongs to the file at hand.
  process.on('uncaughtException', (error) => reply({ type: 'failed', message: error.message }))
  reply({ type: 'ready' })
}

async function answer({ path, bytes, settings }: ReadRequest): Promise<void> {
  try {
    const contents = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const content = await extractFile(
      path,
      contents,
      settings,
      seldom(() => reply({ type: 'progress' })),
    )
    reply({ type: 'content', content })
  } catch (error) {
    reply({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
}

/** Lets a call through now and then. */
function seldom(call: () => void): () => void {
  let last = performance.now()
  return () => {
    if (performance.now() - last < PROGRESS_MS) return
    last = performance.now()
    call()
  }
}

/**
 * A file keeps the thread that reads it busy for as long as it likes; a second one, which nothing blocks, ends the
 * process when it takes too much memory or when its parent is gone.
 */
function watch(maxBytes: number): void {
  const code = `
    const parent = process.ppid
    setInterval(() => {
      const isTooBig = process.memoryUsage.rss() > ${maxBytes}
      if (isTooBig || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
    }, ${WATCH_MS})
  `
  new Worker(code, { eval: true, execArgv: [] }).unref()
}
