import { chinaDay } from '../../indexer/contract/dates.js'
import type { ArchiveState } from '../../indexer/contract/records.js'

/**
 * What tells one published state of the archive from all others. The number of its generation alone does not: an engine
 * that has lost its indexes begins at 1 again.
 */
export function identityOf(state: ArchiveState | null): string {
  return state === null ? '' : [state.generation, state.updated, state.digest].join(' ')
}

/** What answers depend on beside what is asked: the state of the archive, and the day, since some ask for this year. */
export const editionOf = (state: ArchiveState | null): string => `${identityOf(state)} ${chinaDay(new Date())}`

/**
 * One value for each published state of the archive, and each day, of which the last is kept: what it remembers goes with
 * it, and whoever still works with an earlier one is not disturbed.
 */
export function perGeneration<T>(make: () => T): (state: ArchiveState | null) => T {
  let last: { edition: string; value: T } | null = null
  return (state) => {
    const edition = editionOf(state)
    if (last?.edition !== edition) last = { edition, value: make() }
    return last.value
  }
}
