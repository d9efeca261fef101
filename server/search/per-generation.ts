/**
 * One value for each generation of the archive, of which the last is kept: what it remembers goes with it, and whoever
 * still works with an earlier one is not disturbed.
 */
export function perGeneration<T>(make: () => T): (generation: number) => T {
  let last: { generation: number; value: T } | null = null
  return (generation) => {
    if (last?.generation !== generation) last = { generation, value: make() }
    return last.value
  }
}
