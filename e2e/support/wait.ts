import { setTimeout as delay } from 'node:timers/promises'

const POLL_MS = 25

/** Asks again and again until `probe` gives something (not null or false), and returns it; throws after `limitMs`. */
export async function until<T>(
  what: string,
  probe: () => Promise<T | null | false> | T | null | false,
  limitMs = 30_000,
): Promise<T> {
  const deadline = Date.now() + limitMs
  for (;;) {
    const found = await probe()
    if (found !== null && found !== false) return found
    if (Date.now() > deadline) throw new Error(`not within ${limitMs} ms: ${what}`)
    await delay(POLL_MS)
  }
}
