export const median = (values: readonly number[]): number => percentile(values, 0.5)

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
}

/** How long the action takes, in milliseconds. */
export async function timed(action: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await action()
  return performance.now() - started
}

const NAME_WIDTH = 56
const CELL_WIDTH = 12

/** A table of times in milliseconds, each row beside the first one's. */
export function timeTable(rows: readonly (readonly [name: string, times: readonly number[]])[]): string {
  const yardstick = rows[0]![1]
  const line = (name: string, cells: string[]): string =>
    name.padEnd(NAME_WIDTH) + cells.map((cell) => cell.padStart(CELL_WIDTH)).join('')
  const cells = (times: readonly number[]): string[] => {
    const shares = [0.5, 0.95]
    return [
      ...shares.map((share) => `${percentile(times, share).toFixed(1)} ms`),
      ...shares.map((share) => (percentile(times, share) / percentile(yardstick, share)).toFixed(2)),
    ]
  }
  return [
    line('', ['p50', 'p95', 'ratio p50', 'ratio p95']),
    ...rows.map(([name, times]) => line(name, cells(times))),
  ].join('\n')
}
