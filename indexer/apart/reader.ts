import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ExtractSettings } from '../extract/index.js'
import type { FileContent } from '../record.js'
import { LIMITS, type Limits } from './limits.js'
import type { ReadReply, ReadRequest } from './protocol.js'

/** What has broken its pipe is given so long to end, in milliseconds. */
const UNTIL_ENDED_MS = 2000

const CHILD = fileURLToPath(new URL('./child.mjs', import.meta.url))

/** The file could not be read to its end. `why` tells more; the next file finds a reader as new. */
export class ReadingFailedError extends Error {
  override readonly name = 'ReadingFailedError'
  constructor(
    readonly why: 'slow' | 'memory' | 'crashed' | 'fault',
    message: string,
  ) {
    super(message)
  }
}

/**
 * Reads files in a process of its own, one at a time, so that one that hangs its reader or takes all memory costs
 * that file and nothing else. A worker thread would be lighter, but V8 ends the whole process when some kinds of
 * memory run out in one (DECISIONS.md, 12). The process starts with the first file and keeps nobody from ending.
 */
export class ApartReader {
  #child: ChildProcess | null = null
  #last: Promise<unknown> = Promise.resolve()
  readonly #limits: Limits
  readonly #module: string

  /** `module` is what the process runs. */
  constructor(limits: Limits = LIMITS, module: string = CHILD) {
    this.#limits = limits
    this.#module = module
  }

  /** Reads a file, or a portion of JSON Lines that comes after so many lines. Throws ReadingFailedError. */
  read(
    path: string,
    bytes: Buffer,
    settings: ExtractSettings,
    linesBefore: number | null = null,
  ): Promise<FileContent> {
    const reading = this.#last.then(() => this.#readFairly({ path, bytes, settings, linesBefore }))
    this.#last = reading.catch(() => undefined)
    return reading
  }

  /** Ends the process, if there is one. */
  close(): void {
    this.#child?.kill('SIGKILL')
    this.#child = null
  }

  /**
   * What becomes of a file must not depend on those that were read before it by the same process, nor on what else the
   * machine was doing: one that took all memory or crashed is read again by a new process. Time is counted in work,
   * which is the file's own: what was too slow is so the next time.
   */
  async #readFairly(request: ReadRequest): Promise<FileContent> {
    try {
      return await this.#readNow(request)
    } catch (error) {
      if (!(error instanceof ReadingFailedError) || error.why === 'fault' || error.why === 'slow') throw error
      return this.#readNow(request)
    }
  }

  async #readNow(request: ReadRequest): Promise<FileContent> {
    const child = (this.#child ??= await this.#start())
    child.ref()
    child.channel?.ref()
    try {
      return await this.#ask(child, request)
    } catch (error) {
      this.close()
      throw error
    } finally {
      child.unref()
      child.channel?.unref()
    }
  }

  async #start(): Promise<ChildProcess> {
    const child = await start(this.#module, this.#limits)
    child.once('exit', () => {
      if (this.#child === child) this.#child = null
    })
    return child
  }

  #ask(child: ChildProcess, request: ReadRequest): Promise<FileContent> {
    return new Promise((resolve, reject) => {
      const fail = (why: ReadingFailedError['why'], message = why as string): void =>
        settle(() => reject(new ReadingFailedError(why, message)))
      const settle = (end: () => void): void => {
        child.off('message', heard).off('exit', ended)
        end()
      }
      const heard = (reply: ReadReply): void => {
        if (reply.type === 'failed') fail('fault', reply.message)
        else if (reply.type === 'stray') fail('crashed', reply.message)
        else if (reply.type === 'content') settle(() => resolve(reply.content))
      }
      const ended = (code: number | null, signal: string | null): void =>
        fail(whyEnded(code, signal), String(signal ?? code))
      child.on('message', heard).on('exit', ended)
      child.send(request, (error) => {
        if (!error) return
        // A process that was ended breaks the pipe before it is known to have ended, and why.
        if (child.exitCode !== null || child.signalCode !== null) ended(child.exitCode, child.signalCode)
        else setTimeout(() => fail('crashed', error.message), UNTIL_ENDED_MS).unref()
      })
    })
  }
}

/** V8 aborts when the heap is full; the watchdog ends what takes too much, and so may the system. */
function whyEnded(code: number | null, signal: string | null): ReadingFailedError['why'] {
  if (signal === 'SIGTERM') return 'slow'
  return signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134 ? 'memory' : 'crashed'
}

/**
 * Resolves when the process is ready for the first file. Throws ReadingFailedError: that none can be started now, for want
 * of memory or of room for processes, is no fault of the file.
 */
async function start(module: string, limits: Limits): Promise<ChildProcess> {
  const child = fork(module, [JSON.stringify(limits), String(process.pid)], {
    execArgv: [`--max-old-space-size=${limits.heapMb}`],
    serialization: 'advanced',
    // What libraries print about a file is of no use to people; what is wrong with it is in the answer.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('error', (error) => reject(new ReadingFailedError('crashed', error.message)))
    child.once('exit', (code, signal) => reject(new ReadingFailedError('crashed', String(signal ?? code))))
  })
  child.removeAllListeners('error').on('error', () => undefined)
  child.removeAllListeners('exit')
  child.removeAllListeners('message')
  return child
}
