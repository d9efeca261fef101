import path from 'node:path'
import { appendAll } from './append-all.js'
import type { FileEntry } from './catalogue.js'
import type { Besides } from './holding.js'

/** What files held besides documents. */
export function besidesOf(files: Iterable<FileEntry>): Besides {
  const besides: Besides = { merged: [], rejected: [] }
  for (const { path: absolute, name = path.basename(absolute), merged = [], rejected } of files) {
    appendAll(besides.merged, merged)
    const mergedRecords = new Set(merged.map(({ record }) => record))
    for (const rejection of rejected)
      if (!mergedRecords.has(rejection.record)) besides.rejected.push({ file: name, ...rejection })
  }
  return besides
}
