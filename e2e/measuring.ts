import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Ending } from '../indexer/ending.js'
import { measureSentence } from './measure-error.js'
import { text } from './text.zh.js'

const ending = new Ending()

/** Does `action` and then gives back what was taken for it; so it does where the command is told to end in between. */
export async function thenGiveBack<T>(giveBack: () => Promise<unknown>, action: () => Promise<T>): Promise<T> {
  const forget = ending.later(giveBack)
  try {
    return await action()
  } finally {
    forget()
    // Where the command is being ended it is given back already.
    if (!ending.isEnding) await giveBack()
  }
}

/** Waits for the end of a command that was started; it is told to end where we are. Returns its exit code. */
export async function endOf(child: ChildProcess): Promise<number | null> {
  const exited = once(child, 'exit') as Promise<[number | null]>
  const forget = ending.later(() => {
    child.kill('SIGINT')
    return exited
  })
  const [code] = await exited
  forget()
  return code
}

/** Runs a command that measures: one that fails says why in a sentence, one that is interrupted leaves nothing behind. */
export async function measure(name: 'bench' | 'evaluate', run: () => Promise<number>): Promise<number> {
  const unlisten = ending.atSignals(130, `\n${text.interrupted}`)
  try {
    return await run()
  } catch (error) {
    // What fails because its means were taken away needs no sentence of its own.
    if (!ending.isEnding) process.stderr.write(`${measureSentence(error, name)}\n`)
    return 1
  } finally {
    if (ending.isEnding) await ending.finish()
    unlisten()
  }
}
