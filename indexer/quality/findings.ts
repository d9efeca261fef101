import { createHash } from 'node:crypto'
import type { DocumentContent } from '../contract/document.js'
import type { Finding, FindingKind } from '../contract/findings.js'
import { bodiesIn } from '../contract/bodies.js'
import { normalize } from '../contract/normalize.js'
import type { Besides } from '../holding.js'
import type { MergedRecord, Rejection } from '../record.js'
import { text } from '../text.quality.zh.js'
import { append } from './append.js'
import { NearDuplicates } from './near-duplicates.js'

/** What an entry says of the document that it is about. */
type Known = Pick<DocumentContent, 'id' | 'title' | 'issuer' | 'file'>

/** How many documents of a body have a code, and the first of them. */
interface Coded {
  first: string
  count: number
}

/**
 * Tells what the quality report tells: what was noted of each document when it was read, at once, and what only shows
 * when all are seen, in the end. Of each document its id, its signature and a number for its title are kept, so that
 * memory hardly grows with the archive; those that there is something to say of are asked for once more, with `known`.
 */
export class QualityCollector {
  readonly #known: (id: string) => Known | undefined
  readonly #ids: string[] = []
  readonly #titles: number[] = []
  readonly #near = new NearDuplicates()
  /** Organisation code → body → documents. */
  readonly #codes = new Map<string, Map<string, Coded>>()

  constructor(known: (id: string) => Known | undefined) {
    this.#known = known
  }

  /** What was noted of the document. */
  add(document: DocumentContent): Finding[] {
    const { id, title, issuer, signature } = document
    this.#ids.push(id)
    this.#titles.push(numberOf(normalize(title)))
    this.#near.add(id, signature)
    this.#addCode(document.index_number, issuer, id)
    return document.notes.map(({ kind, field, message }) => finding(kind, field, document, message))
  }

  #addCode(indexNumber: string | null, issuer: string | null, id: string): void {
    const code = indexNumber?.split('/')[0]
    if (!code || code === indexNumber || issuer === null) return
    const bodies = this.#codes.get(code) ?? new Map<string, Coded>()
    this.#codes.set(code, bodies)
    for (const body of bodiesIn(issuer)) {
      const coded = bodies.get(body) ?? { first: id, count: 0 }
      coded.count++
      bodies.set(body, coded)
    }
  }

  /** What shows when all documents were added: of codes, of titles, of texts that are nearly the same. */
  *together(): Generator<Finding> {
    yield* this.#ofCodes()
    yield* this.#ofTitles()
    for (const group of this.#near.groups()) {
      const first = this.#known(group[0]!.id)!
      for (const { id, resemblance } of group) {
        const isFirst = id === first.id
        const message = isFirst ? text.nearFirst(group.length) : text.near(first.title, Math.floor(resemblance * 100))
        yield finding('near_duplicate', first.title, isFirst ? first : this.#known(id)!, message)
      }
    }
  }

  /** What became of records that are no documents. */
  *besides({ merged = [], rejected = [] }: Partial<Besides> = {}): Generator<Finding> {
    for (const one of merged) yield* this.#ofMerged(one)
    for (const one of rejected) yield* ofRejected(one)
  }

  *#ofMerged({ into, file, record }: MergedRecord): Generator<Finding> {
    const known = this.#known(into)
    if (known) yield finding('merged', known.title, { ...known, file }, text.merged(known.file, record))
  }

  *#ofTitles(): Generator<Finding> {
    for (const group of alike(this.#titles)) {
      const ids = group.map((index) => this.#ids[index]!)
      const { title } = this.#known(ids[0]!)!
      for (const id of ids) yield finding('duplicate_title', title, this.#known(id)!, text.duplicateTitle(ids.length))
    }
  }

  /** One entry for each pair of a code and a body that stands beside another one, with one document of it. */
  *#ofCodes(): Generator<Finding> {
    const codesOf = new Map<string, string[]>()
    for (const [code, bodies] of this.#codes) for (const body of bodies.keys()) append(codesOf, body, code)
    for (const [code, bodies] of this.#codes)
      for (const [body, { first, count }] of bodies) {
        const codes = codesOf.get(body)!
        if (bodies.size === 1 && codes.length === 1) continue
        const example = { ...this.#known(first)!, issuer: body }
        if (bodies.size > 1)
          yield finding('code_body', code, example, text.codeOfBodies(code, bodies.size, body, count))
        if (codes.length > 1)
          yield finding('code_body', body, example, text.bodyOfCodes(body, codes.length, code, count))
      }
  }
}

/** Records that are not for the public are in no report that the site shows. */
function* ofRejected({ file, record, field, reason }: Rejection): Generator<Finding> {
  if (field === 'visibility') return
  yield finding('rejected', file, { id: null, title: text.record(record), issuer: null, file }, reason)
}

function finding(
  kind: FindingKind,
  key: string,
  about: Omit<Known, 'id'> & { id: string | null },
  message: string,
): Finding {
  const { id: doc, title, issuer, file } = about
  const said = { kind, key, doc, title, issuer, file, message }
  const id = createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 24)
  return { id, ...said }
}

/** 48 bits of a hash: among a million titles, two that differ have the same with a probability of one in 500. */
const numberOf = (title: string): number => createHash('sha256').update(title).digest().readUIntBE(0, 6)

/** The places of numbers that stand there more than once, together, in the order of the first of each. */
function alike(numbers: readonly number[]): number[][] {
  const inOrder = Uint32Array.from(numbers.keys()).sort((a, b) => numbers[a]! - numbers[b]! || a - b)
  const groups: number[][] = []
  for (let from = 0, to = 0; from < inOrder.length; from = to) {
    while (to < inOrder.length && numbers[inOrder[to]!] === numbers[inOrder[from]!]) to++
    if (to - from > 1) groups.push([...inOrder.subarray(from, to)])
  }
  return groups.sort((a, b) => a[0]! - b[0]!)
}
