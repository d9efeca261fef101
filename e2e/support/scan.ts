import type { DocumentContent } from '../../indexer/contract/document.js'
import { normalize } from '../../indexer/contract/normalize.js'
import type { Scope } from '../../server/search/types.js'

/** Not by the contract's own list of these fields: what is promised is not what happens to be done. */
function titleLinesOf({ title, doc_number, index_number, issuer, speaker }: DocumentContent): string[] {
  return [title, doc_number, index_number, issuer, speaker].filter((line) => line !== null)
}

/** All lines in which exact search looks, as they are written. */
export const linesOf = (document: DocumentContent): string[] => [...titleLinesOf(document), ...document.paragraphs]

/** A run of 1 to `longest` characters of some line, as it is written there; never in quotation marks as a whole. */
export function anyRun(lines: readonly string[], longest: number, random: () => number): string {
  const below = (limit: number): number => Math.floor(random() * limit)
  for (;;) {
    const characters = [...lines[below(lines.length)]!]
    const length = 1 + below(Math.min(longest, characters.length))
    const start = below(characters.length - length + 1)
    const run = characters.slice(start, start + length).join('')
    if (normalize(run) !== '' && !/^".*"$/.test(normalize(run))) return run
  }
}

/** What exact search promises to be equal to: every line of every document, normalised, looked through. */
export class Scan {
  readonly #documents: { id: string; title: string[]; text: string[] }[]

  constructor(documents: readonly DocumentContent[]) {
    this.#documents = documents.map((document) => ({
      id: document.id,
      title: titleLinesOf(document).map(normalize),
      text: document.paragraphs.map(normalize),
    }))
  }

  /** Occurrences that do not overlap in all lines of the scope, of the documents given by id or of all. */
  occurrences(run: string, scope: Scope = '', ids?: ReadonlySet<string>): number {
    const wanted = normalize(run)
    return this.#documents
      .filter(({ id }) => ids?.has(id) ?? true)
      .flatMap(({ title, text }) => [...(scope === 'text' ? [] : title), ...(scope === 'title' ? [] : text)])
      .reduce((sum, line) => sum + line.split(wanted).length - 1, 0)
  }

  /** Ids, in order, of the documents that have the run in one line of the scope. */
  ids(run: string, scope: Scope = ''): string[] {
    const wanted = normalize(run)
    return this.#documents
      .filter(({ title, text }) => {
        const lines = [...(scope === 'text' ? [] : title), ...(scope === 'title' ? [] : text)]
        return lines.some((line) => line.includes(wanted))
      })
      .map(({ id }) => id)
      .sort()
  }
}

/** Numbers from 0 to below 1, the same in each run (mulberry32, by Tommy Ettinger, public domain). */
export function repeatableNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
