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
 * while nothing is reported. For programs (`asJson`) every line is a JSON object, on a terminal as well.
 */
export function progressReporter(
  out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
  asJson: boolean = false,
): ProgressReporter {
  const renews = out.isTTY && !asJson
  const lineOf = asJson ? progressJson : progressLine
  const started = Date.now()
  let shownAt = started
  let latest: Progress | null = null
  let shownStage: Progress['stage'] | null = null
  const show = (): void => {
    if (latest === null) return
    shownAt = Date.now()
    shownStage = latest.stage
    const line = lineOf(latest, (shownAt - started) / 1000)
    out.write(renews ? `\r\x1b[K${line}` : `${line}\n`)
  }
  const isDue = (): boolean => Date.now() - shownAt >= (renews ? TERMINAL_MS : LINE_MS)
  const beat = setInterval(() => isDue() && show(), LINE_MS / 5).unref()
  return {
    report: (progress) => {
      latest = progress
      if (isDue() || (renews && progress.stage !== shownStage)) show()
    },
    end: () => {
      clearInterval(beat)
      if (renews && latest !== null) out.write('\r\x1b[K')
    },
  }
}

/** Where a synchronisation stands that has been at work for so many seconds. */
export function progressLine(
  { stage, files, totalFiles, records, rejected, share }: Progress,
  seconds: number,
): string {
  if (stage === 'publishing') return text.progress.publishing(records, Math.round(seconds))
  const left = secondsLeft(share, seconds)
  return (
    text.progress.reading(files, totalFiles, records, rateOf(records, seconds).toFixed(0)) +
    (left === null ? '' : text.progress.left(left)) +
    text.progress.rejected(rejected)
  )
}

/** The same for programs, a JSON object; `seconds_left` is null where it cannot be told. */
export function progressJson(
  { stage, files, totalFiles, records, rejected, share }: Progress,
  seconds: number,
): string {
  return JSON.stringify({
    stage,
    files,
    total_files: totalFiles,
    records,
    rejected,
    records_per_second: Math.round(rateOf(records, seconds)),
    seconds: Math.round(seconds * 10) / 10,
    seconds_left: stage === 'reading' ? secondsLeft(share, seconds) : null,
  })
}

const rateOf = (records: number, seconds: number): number => records / Math.max(seconds, 0.001)

function secondsLeft(share: number, seconds: number): number | null {
  if (seconds < LEAST_SECONDS || share < LEAST_SHARE || share >= 1) return null
  return Math.ceil((seconds * (1 - share)) / share)
}
