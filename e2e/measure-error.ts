import { misusedOption, sentenceFor } from '../indexer/sentence.js'
import { text } from './text.zh.js'

/** What is given cannot be measured; the message says what would be right. */
export class MeasureError extends Error {
  override readonly name = 'MeasureError'
}

/** One sentence that says why a command that measures ended. */
export function measureSentence(error: unknown, name: 'bench' | 'evaluate'): string {
  if (error instanceof MeasureError) return error.message
  const option = misusedOption(error)
  return option === null ? sentenceFor(error) : text.option(option, name)
}
