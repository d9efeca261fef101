import { SOURCE_FILE } from './sources/index.js'
import { text } from './text.cli.zh.js'

/** Where systems keep what was thrown away: Windows, Linux, macOS, and the disks of Synology and QNAP. */
const TRASH = /^(?:\$RECYCLE\.BIN|RECYCLER|RECYCLED|\.Trash(?:es|-\d+)?|#recycle|@Recycle(?:ly)?|回收站)$/i
/** What systems keep beside the files: previews, earlier states of all that is there. */
const SYSTEM = /^(?:__MACOSX|System Volume Information|@eaDir|[#~]snapshot|Thumbs\.db|ehthumbs\.db|desktop\.ini)$/i
/** What Word and WPS leave while a document is open, and what is not whole yet. */
const TEMPORARY = /^~\$|^~WR[A-Z]\d+\.tmp$|\.(?:crdownload|part|partial|download|filepart)$/i

/** Why a file is no record by its name alone, or by the folders that it lies in below the path asked for; or null. */
export function ignoredFile(name: string): string | null {
  const [, ...below] = name.split('/')
  const base = name.slice(name.lastIndexOf('/') + 1)
  if (base === SOURCE_FILE) return text.sync.sourceFile
  const isAny = (pattern: RegExp): boolean => pattern.test(base) || below.some((part) => pattern.test(part))
  if (isAny(TRASH)) return text.sync.trash
  if (isAny(SYSTEM)) return text.sync.system
  if (TEMPORARY.test(base)) return text.sync.temporary
  // A tar may name what lies in it ./…
  return base.startsWith('.') || below.some((part) => /^\.[^.]/.test(part)) ? text.sync.hidden : null
}
