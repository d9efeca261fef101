import type { Lookup } from '../search/lookup.js'
import type { Correction } from '../spelling/speller.js'

/**
 * Frequencies are upper bounds in passages; what is offered is counted exactly, in documents. The whole run must not find
 * less; where it finds as much, as long ones do that nothing has, the piece that is changed must find more.
 */
export async function findsMore({ changes }: Correction, lookup: Pick<Lookup, 'exact'>): Promise<boolean> {
  const gain = async ({ typed, meant }: { typed: string; meant: string }): Promise<number> =>
    (await lookup.exact(meant, '')).size - (await lookup.exact(typed, '')).size
  for (const change of changes) {
    const whole = await gain(change.run)
    if (whole < 0 || (whole === 0 && (await gain(change)) <= 0)) return false
  }
  return true
}
