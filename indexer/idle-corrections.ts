import { isAtOrBelow } from './below.js'
import type { Discovery } from './discover.js'
import type { Warning } from './report.js'
import { pathWithin } from './sources/path-within.js'
import type { Source } from './sources/source.js'
import { text } from './text.zh.js'

/** `#7` is the seventh record of a file; which records a file has is not known before it is read. */
const RECORD = /#[^#/]*$/

/**
 * Corrections that fit no file of their source: somebody has mistyped a name, and believes that a mistake is corrected. Of
 * a source of which only a part was asked for, nothing is said.
 */
export function idleCorrections({ files, roots, sources }: Discovery): Warning[] {
  const isWhole = ({ root }: Source): boolean => roots.some((one) => isAtOrBelow(one, root))
  return sources.filter(isWhole).flatMap((source) => {
    const paths = files.filter((file) => file.source === source).map(({ path }) => pathWithin(source, path))
    return source.corrections.flatMap(({ pattern }) => {
      const record = RECORD.exec(pattern.source)?.[0] ?? ''
      const fits = (path: string): boolean => ['', record, '#1'].some((one) => pattern.match(path + one) !== null)
      if (paths.some(fits)) return []
      return [{ file: source.file, record: null, field: 'file', message: text.source.idleCorrection(pattern.source) }]
    })
  })
}
