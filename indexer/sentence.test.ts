import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { describe, expect, it } from 'vitest'
import { misusedOption, sentenceFor } from './sentence.js'

const failureOf = (action: Promise<unknown>): Promise<unknown> =>
  action.then(() => null).catch((error: unknown) => error)

describe('sentenceFor', () => {
  it('names a file that is not there, and what to do', async () => {
    const sentence = sentenceFor(await failureOf(readFile('/nowhere/source.yml')))
    expect(sentence).toMatch(/^找不到“\/nowhere\/source\.yml”.*请检查路径/)
  })
})

describe('misusedOption', () => {
  const options = { source: { type: 'string' }, json: { type: 'boolean' } } as const
  it.each([
    [['--wrong'], '--wrong'],
    [['--source'], '--source'],
    [['--json=3'], '--json'],
    [['-x'], '-x'],
    [['nonsense'], 'nonsense'],
  ])('names what is wrong with %j', async (args, named) => {
    expect(misusedOption(await failureOf(Promise.resolve().then(() => parseArgs({ args, options }))))).toBe(named)
  })
})
