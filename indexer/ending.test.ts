import { afterEach, expect, it, vi } from 'vitest'
import { Ending } from './ending.js'

afterEach(() => {
  vi.restoreAllMocks()
})

/** An ending whose steps take a while, and what has been done so far. */
function slowEnding(): { ending: Ending; done: string[] } {
  const ending = new Ending()
  const done: string[] = []
  const exit = (code?: string | number | null): never => void done.push(`exit ${code}`) as never
  vi.spyOn(process, 'exit').mockImplementation(exit)
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => Boolean(done.push(String(line).trim())))
  const step = (name: string) => async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 10))
    done.push(name)
  }
  ending.later(step('first'))
  ending.later(step('second'))
  ending.later(() => Promise.reject(new Error('cannot be closed')))
  return { ending, done }
}

it('gives back everything, the last thing first, before the process ends, however often it is told', async () => {
  const { ending, done } = slowEnding()
  const unlisten = ending.atSignals(130, 'interrupted')
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGINT'] as const) process.emit(signal)
  expect(ending.isEnding).toBe(true)
  await vi.waitFor(() => expect(done).toContain('exit 130'))
  expect(done).toEqual(['interrupted', 'second', 'first', 'exit 130'])
  unlisten()
})

it('ends a command that is done as it has ended, though it is interrupted while it cleans up', async () => {
  const { ending, done } = slowEnding()
  const unlisten = ending.atSignals(130, 'interrupted')
  const finishing = ending.finish()
  process.emit('SIGINT')
  await finishing
  expect(done).toEqual(['second', 'first'])
  unlisten()
})

it('forgets a step that was taken back, also one that is done already', async () => {
  const { ending, done } = slowEnding()
  const forget = ending.later(() => Promise.resolve(done.push('third')))
  const takeBack = ending.later(() => Promise.resolve(done.push('fourth')))
  takeBack()
  await ending.finish()
  ending.later(() => Promise.resolve(done.push('fifth')))
  forget()
  await ending.finish()
  expect(done).toEqual(['third', 'second', 'first', 'fifth'])
})
