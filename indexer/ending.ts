/** Ctrl-C, being told to end, and a terminal that is closed. */
export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

type Step = () => Promise<unknown>

/** How a command ends, in the middle or at its end: all that it has taken is given back, the last thing first. */
export class Ending {
  readonly #steps: Step[] = []
  #finishing = Promise.resolve()
  #isEnding = false

  /** True as soon as the command is to end: what fails then may fail because its means are taken away. */
  get isEnding(): boolean {
    return this.#isEnding
  }

  /** Keeps a step of cleaning up for however the command ends; returns what takes it back. */
  later(step: Step): () => void {
    this.#steps.push(step)
    return () => {
      const at = this.#steps.indexOf(step)
      if (at >= 0) this.#steps.splice(at, 1)
    }
  }

  /** Whoever asks waits for all of it: the command may fail because it is being ended, before that is done. */
  finish(): Promise<void> {
    this.#isEnding = true
    return (this.#finishing = this.#finishing.then(async () => {
      // What went wrong is known by now: a store that cannot be closed properly adds nothing to it.
      for (let step = this.#steps.pop(); step; step = this.#steps.pop()) await step().catch(() => undefined)
    }))
  }

  /** Ends the process, whatever it is doing: it may be waiting for something that never comes. Returns at once. */
  now(code: number, sentence: string | null = null): void {
    if (this.#isEnding) return
    this.#isEnding = true
    if (sentence !== null) process.stderr.write(`${sentence}\n`)
    void this.finish().finally(() => process.exit(code))
  }

  /**
   * Ends the process so at each signal. It listens to the end: a signal that comes while the command is ending would else
   * end it by default, and leave the engine behind. Returns what stops listening.
   */
  atSignals(code: number, sentence: string | null = null): () => void {
    const told = (): void => this.now(code, sentence)
    for (const signal of SIGNALS) process.on(signal, told)
    return () => SIGNALS.forEach((signal) => process.off(signal, told))
  }
}
