import { setImmediate as nextTurn } from 'node:timers/promises'

/** The longest stretch of work, in milliseconds, after which signals, locks and the engine's answers get their turn. */
const LONGEST_MS = 50

/** Gives what waits in this process its turn, now and then, when it is called within long work. */
export function breathing(): () => Promise<void> | undefined {
  let last = performance.now()
  return () => {
    if (performance.now() - last < LONGEST_MS) return undefined
    return nextTurn().then(() => {
      last = performance.now()
    })
  }
}
