import { basename, relative, sep } from 'node:path'
import type { Source } from './source.js'

/** A file's path as the patterns of its source have it: within the source's folder, with `/`. */
export const pathWithin = (source: Pick<Source, 'root'>, absolutePath: string): string =>
  relative(source.root, absolutePath).split(sep).join('/') || basename(absolutePath)
