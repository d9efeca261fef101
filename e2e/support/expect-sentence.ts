import { expect } from 'vitest'
import type { Ended } from './command.js'

/** The command did nothing and said why in one sentence, with these words in it, and exit code 1. */
export function expectSentence({ code, stdout, stderr }: Ended, ...words: string[]): void {
  const lines = withoutProgress(stderr).split('\n')
  expect(lines, stderr).toHaveLength(1)
  expect(lines[0]).toMatch(/\p{Script=Han}.*。$/u)
  for (const word of words) expect(lines[0]).toContain(word)
  expect(code).toBe(1)
  expect(stdout).toBe('')
}

/** What a command said but for how far it was, of which a slow machine hears more. */
export function withoutProgress(stderr: string): string {
  return stderr.replace(/^(读取 \d+|正在核对并发布|\{"stage":).*\n/gm, '').trim()
}

/** No inner workings in what people see. */
export function expectNoStackTrace(text: string): void {
  expect(text).not.toMatch(/\n\s+at |ECONN|node_modules|\.ts:\d+|Error:/)
}
