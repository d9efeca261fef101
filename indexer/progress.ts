import type { Progress } from './sync.js'
import { text } from './text.cli.zh.js'

/** A terminal's line is renewed this often, elsewhere a new line is written this often, in milliseconds. */
const TERMINAL_MS = 100
const LINE_MS = 5000

/** Shows how far a synchronisation is: one line that changes on a terminal, a line every few seconds elsewhere. */
export function progressReporter(out: NodeJS.WriteStream): { report: (progress: Progress) => void; end: () => void } {
  const started = Date.now()
  let last = started
  let stage: Progress['stage'] | null = null
  const report = (progress: Progress): void => {
    const now = Date.now()
    if (now - last < (out.isTTY ? TERMINAL_MS : LINE_MS) && (progress.stage === stage || !out.isTTY)) return
    last = now
    stage = progress.stage
    const line = sentence(progress, (now - started) / 1000)
    out.write(out.isTTY ? `\r\x1b[K${line}` : `${line}\n`)
  }
  return { report, end: () => void (out.isTTY && stage !== null && out.write('\r\x1b[K')) }
}

function sentence({ stage, done, total, rejected }: Progress, seconds: number): string {
  if (stage === 'publishing') return text.progress.publishing(total)
  const rate = done / Math.max(seconds, 0.001)
  const left = seconds > 2 && done < total ? text.progress.left(Math.ceil((total - done) / rate)) : ''
  return text.progress.reading(done, total, rate.toFixed(0), left) + text.progress.rejected(rejected)
}
