import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { sentenceFor } from './sentence.js'

const failureOf = (action: Promise<unknown>): Promise<unknown> =>
  action.then(() => null).catch((error: unknown) => error)

describe('sentenceFor', () => {
  it('names a file that is not there, and what to do', async () => {
    const sentence = sentenceFor(await failureOf(readFile('/nowhere/source.yml')))
    expect(sentence).toMatch(/^找不到“\/nowhere\/source\.yml”.*请检查路径/)
  })
})
