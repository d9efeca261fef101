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

/** What is kept of a document until all are known. */
type Known = Pick<DocumentContent, 'id' | 'title' | 'issuer' | 'file'>

/**
 * Collects what the quality report tells: what was noted of each document when it was read, and what only shows when
 * all are seen. Documents may be dropped after they were added; what is kept of each is its metadata and signature.
 */
export class QualityCollector {
  readonly #findings: Finding[] = []
  readonly #known = new Map<string, Known>()
  readonly #titles = new Map<string, string[]>()
  readonly #near = new NearDuplicates()
  /** Organisation code → body → ids. */
  readonly #codes = new Map<string, Map<string, string[]>>()

  add(document: DocumentContent): void {
    const { id, title, issuer, file } = document
    const known = { id, title, issuer, file }
    this.#known.set(id, known)
    for (const { kind, field, message } of document.notes) this.#find(kind, field, known, message)
    const key = normalize(title)
    append(this.#titles, key, id)
    this.#near.add(id, document.signature)
    const code = document.index_number?.split('/')[0]
    if (code && code !== document.index_number && issuer !== null) {
      const bodies = this.#codes.get(code) ?? new Map<string, string[]>()
      this.#codes.set(code, bodies)
      for (const body of bodiesIn(issuer)) append(bodies, body, id)
    }
  }

  /** What became of records that are no documents. Call when all documents are added. */
  addBesides({ merged = [], rejected = [] }: Partial<Besides> = {}): void {
    for (const one of merged) this.#addMerged(one)
    for (const one of rejected) this.#addRejected(one)
  }

  #addMerged({ into, file, record }: MergedRecord): void {
    const known = this.#known.get(into)
    if (known) this.#find('merged', known.title, { ...known, file }, text.merged(known.file, record))
  }

  /** Records that are not for the public are in no report that the site shows. */
  #addRejected({ file, record, field, reason }: Rejection): void {
    if (field === 'visibility') return
    this.#find('rejected', file, { id: null, title: text.record(record), issuer: null, file }, reason)
  }

  /** Everything found, ordered by kind, then by what it is about. Call once, when all documents are added. */
  findings(): Finding[] {
    this.#findCodes()
    for (const ids of this.#titles.values()) {
      if (ids.length < 2) continue
      const { title } = this.#known.get(ids[0]!)!
      for (const id of ids) this.#find('duplicate_title', title, this.#known.get(id)!, text.duplicateTitle(ids.length))
    }
    for (const group of this.#near.groups()) {
      const first = this.#known.get(group[0]!.id)!
      for (const { id, resemblance } of group)
        this.#find(
          'near_duplicate',
          first.title,
          this.#known.get(id)!,
          id === first.id ? text.nearFirst(group.length) : text.near(Math.floor(resemblance * 100)),
        )
    }
    return this.#findings
  }

  /** One entry for each pair of a code and a body that stands beside another one, with one document of it. */
  #findCodes(): void {
    const codesOf = new Map<string, string[]>()
    for (const [code, bodies] of this.#codes) for (const body of bodies.keys()) append(codesOf, body, code)
    for (const [code, bodies] of this.#codes)
      for (const [body, ids] of bodies) {
        const example = { ...this.#known.get(ids[0]!)!, issuer: body }
        if (bodies.size > 1)
          this.#find('code_body', code, example, text.codeOfBodies(code, bodies.size, body, ids.length))
        const codes = codesOf.get(body)!
        if (codes.length > 1)
          this.#find('code_body', body, example, text.bodyOfCodes(body, codes.length, code, ids.length))
      }
  }

  #find(kind: FindingKind, key: string, about: Omit<Known, 'id'> & { id: string | null }, message: string): void {
    const { id: doc, title, issuer, file } = about
    const finding = { kind, key, doc, title, issuer, file, message }
    const id = createHash('sha256').update(JSON.stringify(finding)).digest('hex').slice(0, 24)
    this.#findings.push({ id, ...finding })
  }
}
