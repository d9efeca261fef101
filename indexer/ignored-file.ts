import path from 'node:path'
import { SOURCE_FILE } from './sources/index.js'
import { text } from './text.cli.zh.js'

/** Why a file is no record by its name alone, or null. */
export function ignoredFile(name: string): string | null {
  const base = path.basename(name)
  if (base === SOURCE_FILE) return text.sync.sourceFile
  return base.startsWith('.') ? text.sync.hidden : null
}
