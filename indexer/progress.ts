import type { Progress } from './sync-options.js'
import { text } from './text.cli.zh.js'

/** A terminal's line is renewed this often, elsewhere a new line is written this often, in milliseconds. */
const TERMINAL_MS = 100
const LINE_MS = 5000
/** A guess from less than this share of the work, or of less than so many seconds, would be no more than that. */
const LEAST_SHARE = 0.02
const LEAST_SECONDS = 2

export interface ProgressReporter {
  report: (progress: Progress) => void
  end: () => void
}

/**
 * Shows how far a synchronisation is: one line that changes on a terminal, a line every few seconds elsewhere, also
 * while nothing is reported.
 */
export function progressReporter(out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>): ProgressReporter {
  const started = Date.now()
  let shownAt = started
  let latest: Progress | null = null
  let shownStage: Progress['stage'] | null = null
  const show = (): void => {
    if (latest === null) return
    shownAt = Date.now()
    shownStage = latest.stage
    const line = progressLine(latest, (shownAt - started) / 1000)
    out.write(out.isTTY ? `\r\x1b[K${line}` : `${line}\n`)
  }
  const isDue = (): boolean => Date.now() - shownAt >= (out.isTTY ? TERMINAL_MS : LINE_MS)
  const beat = setInterval(() => isDue() && show(), LINE_MS / 5).unref()
  return {
    report: (progress) => {
      latest = progress
      if (isDue() || (out.isTTY && progress.stage !== shownStage)) show()
    },
    end: () => {
      clearInterval(beat)
      if (out.isTTY && latest !== null) out.write('\r\x1b[K')
    },
  }
}

/** Where a synchronisation stands that has been at work for so many seconds. */
export function progressLine(
  { stage, files, totalFiles, records, rejected, share }: Progress,
  seconds: number,
): string {
  if (stage === 'publishing') return text.progress.publishing(records, Math.round(seconds))
  const rate = (records / Math.max(seconds, 0.001)).toFixed(0)
  const canGuess = seconds >= LEAST_SECONDS && share >= LEAST_SHARE && share < 1
  return (
    text.progress.reading(files, totalFiles, records, rate) +
    (canGuess ? text.progress.left(Math.ceil((seconds * (1 - share)) / share)) : '') +
    text.progress.rejected(rejected)
  )
}
