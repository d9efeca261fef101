import { expect } from 'vitest'
import type { Ended } from './command.js'

/** The command did nothing and said why in one sentence, with these words in it, and exit code 1. */
export function expectSentence({ code, stdout, stderr }: Ended, ...words: string[]): void {
  const lines = stderr.trim().split('\n')
  expect(lines, stderr).toHaveLength(1)
  expect(lines[0]).toMatch(/\p{Script=Han}.*。$/u)
  for (const word of words) expect(lines[0]).toContain(word)
  expect(code).toBe(1)
  expect(stdout).toBe('')
}

/** No inner workings in what people see. */
export function expectNoStackTrace(text: string): void {
  expect(text).not.toMatch(/\n\s+at |ECONN|node_modules|\.ts:\d+|Error:/)
}
