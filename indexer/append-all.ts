/**
 * Adds all of `more` to a list. `push(...more)` would make an argument of each, and a call that has some 120,000 of them
 * throws a RangeError.
 */
export function appendAll<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one)
}
