import { parseArgs } from 'node:util'
import { text } from './text.cli.zh.js'

const OPTIONS = {
  source: { type: 'string', multiple: true, default: [] as string[] },
  'dry-run': { type: 'boolean', default: false },
  rebuild: { type: 'boolean', default: false },
  watch: { type: 'boolean', default: false },
  'allow-removal': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  explain: { type: 'string' },
  'propose-words': { type: 'boolean', default: false },
  quality: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** Each makes another command of this one: of two only one could be done. */
const WHOLE_COMMANDS = ['watch', 'explain', 'propose-words', 'quality'] as const

/** Options that cannot be had together, or a command that takes none; the message says what would be right. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError'
}

/** The arguments of the indexing command. Throws OptionsError, and what `parseArgs` throws. */
export function parseOptions(args: string[]) {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  const asked = WHOLE_COMMANDS.filter((name) => values[name] !== undefined && values[name] !== false)
  if (asked.length > 1) throw new OptionsError(text.errors.together(asked.map((name) => `--${name}`).join('、')))
  return { values, positionals }
}

/** For a command that is told everything by its environment. Throws OptionsError. */
export function refuseArguments([first]: readonly string[]): void {
  if (first !== undefined) throw new OptionsError(text.errors.noArguments(first))
}
