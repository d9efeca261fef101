/** The items in order, the next one being made while the caller works on the one before. */
export async function* oneAhead<T>(items: AsyncGenerator<T, void>): AsyncGenerator<T, void> {
  let next = await items.next()
  while (!next.done) {
    const after = items.next()
    // Where working on this one ends the run, nobody waits for the next any more.
    after.catch(() => undefined)
    yield next.value
    next = await after
  }
}
