import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { archiveSchema } from './index-settings.js'
import { cutWords } from './tokenize.js'
import { dictionaryVersion, dictionaryWords } from './words/dictionary.js'
import { useOperatorWords } from './words/word-file.js'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhengyan-words-'))
})
afterEach(() => {
  useOperatorWords(null)
  rmSync(folder, { recursive: true })
})

/** Loading the general dictionary takes a second or two, and is done for each user dictionary. */
describe('the user dictionary', () => {
  it('makes the language of government whole words', () => {
    expect(cutWords('深化放管服改革，优化营商环境，推进老旧小区改造')).toEqual(
      expect.arrayContaining(['放管服', '营商环境', '老旧小区']),
    )
    expect(dictionaryWords().length).toBeGreaterThan(400)
  })

  it('takes the words of the operator, and forgets them with the folder', () => {
    const before = { version: dictionaryVersion(), schema: archiveSchema() }
    expect(cutWords('推行车船直取')).not.toContain('车船直取')
    writeFileSync(path.join(folder, 'domain.txt'), '車船直取 # 海关\n')
    useOperatorWords(folder)
    expect(cutWords('推行车船直取')).toContain('车船直取')
    expect(dictionaryVersion()).not.toBe(before.version)
    expect(archiveSchema()).not.toBe(before.schema)
    useOperatorWords(null)
    expect(cutWords('推行车船直取')).not.toContain('车船直取')
    expect({ version: dictionaryVersion(), schema: archiveSchema() }).toEqual(before)
  })

  it('is the same whatever the order and the repetition of its words', () => {
    writeFileSync(path.join(folder, 'domain.txt'), '放管服\n营商环境\n')
    const before = dictionaryVersion()
    useOperatorWords(folder)
    expect(dictionaryVersion()).toBe(before)
  })
})
