import { setTimeout as delay } from 'node:timers/promises'

const POLL_MS = 25
/**
 * Who is asked is left alone for so many times as long as an answer takes: asking must not be most of the work. An answer
 * that was slow once, while something started, is no reason to wait on.
 */
const REST = 9
const LONGEST_REST_MS = 500
/** Long enough for a machine that does a dozen other things: what is awaited comes at once on an idle one. */
export const PATIENCE_MS = 120_000

/**
 * Asks again and again until `probe` gives something (not null or false), and returns it; throws after `limitMs`. With
 * `rest` 0 no moment is missed.
 */
export async function until<T>(
  what: string,
  probe: () => Promise<T | null | false> | T | null | false,
  { limitMs = PATIENCE_MS, rest = REST } = {},
): Promise<T> {
  const deadline = Date.now() + limitMs
  for (;;) {
    const asked = performance.now()
    const found = await probe()
    if (found !== null && found !== false) return found
    if (Date.now() > deadline) throw new Error(`not within ${limitMs} ms: ${what}`)
    await delay(Math.min(LONGEST_REST_MS, Math.max(POLL_MS, rest * (performance.now() - asked))))
  }
}
