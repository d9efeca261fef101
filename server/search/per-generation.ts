import type { ArchiveState } from '../../indexer/contract/records.js'

/**
 * What tells one published state of the archive from all others. The number of its generation alone does not: an engine
 * that has lost its indexes begins at 1 again.
 */
export function identityOf(state: ArchiveState | null): string {
  return state === null ? '' : [state.generation, state.updated, state.digest].join(' ')
}

/**
 * One value for each published state of the archive, of which the last is kept: what it remembers goes with it, and
 * whoever still works with an earlier one is not disturbed.
 */
export function perGeneration<T>(make: () => T): (state: ArchiveState | null) => T {
  let last: { identity: string; value: T } | null = null
  return (state) => {
    const identity = identityOf(state)
    if (last?.identity !== identity) last = { identity, value: make() }
    return last.value
  }
}
