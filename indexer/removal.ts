import { isAtOrBelow } from './below.js'
import type { FileEntry } from './catalogue.js'
import type { DiscoveredFile, Discovery } from './discover.js'
import { text } from './text.cli.zh.js'

/** So many documents may always leave; of more, no more than this share of those below a path. */
const FEW = 10
const SHARE = 0.2

/** More would leave the archive, or less be in it, than can be meant; what is live stays as it was. */
export class RemovalError extends Error {
  override readonly name = 'RemovalError'
}

/** What one path gave before and what of it would leave, in documents. */
export interface Leaving {
  root: string
  held: number
  leaving: number
  /** Files that lie below the path now. */
  files: number
}

/**
 * Refuses, with a sentence, a run after which a path would have lost all its files, or more documents than a few and
 * more than a share of them: more likely a disk that is not mounted, or a reader gone wrong, than what is meant.
 */
export function checkRemoval(paths: readonly Leaving[]): void {
  for (const { root, held, leaving, files } of paths) {
    if (held > 0 && files === 0) throw new RemovalError(text.removal.noFiles(root, held))
    if (leaving > FEW && leaving > held * SHARE) {
      throw new RemovalError(text.removal.tooMany(root, held, leaving, SHARE * 100))
    }
  }
}

/** Refuses a run in which a source gave fewer documents than its `source.yml` expects. */
export function checkMinimums(sources: Discovery['sources'], given: ReadonlyMap<string, number>): void {
  for (const { file, name, minimum } of sources) {
    const count = given.get(file) ?? 0
    if (minimum !== null && count < minimum) throw new RemovalError(text.removal.minimum(name, file, minimum, count))
  }
}

/** Counts, for each root, documents by the path of the file that they came from. */
export function countLeaving(
  roots: readonly string[],
  files: readonly { path: string }[],
  held: Iterable<{ path: string }>,
  leaving: readonly { path: string }[],
): Leaving[] {
  const paths = [...held].map((one) => one.path)
  return roots.map((root) => {
    const isBelow = (file: string): boolean => isAtOrBelow(root, file)
    return {
      root,
      held: paths.filter(isBelow).length,
      leaving: leaving.filter((one) => isBelow(one.path)).length,
      files: files.filter((one) => isBelow(one.path)).length,
    }
  })
}

/** How many documents each source gave, by its file. */
export function documentsOfSources(taken: readonly [DiscoveredFile, FileEntry][]): Map<string, number> {
  const given = new Map<string, number>()
  for (const [{ source }, { documents }] of taken) {
    if (source) given.set(source.file, (given.get(source.file) ?? 0) + documents.length)
  }
  return given
}
