import { breathing } from '../breathe.js'
import { bodiesIn } from '../contract/bodies.js'
import type { EngineClient } from '../contract/engine/client.js'
import { oneOf } from '../contract/engine/filter.js'
import { NEXT_INDEXES } from '../contract/index-settings.js'
import { normalize } from '../contract/normalize.js'
import type { DocumentRecord } from '../contract/records.js'
import { ENTRY_KINDS, entryRecord, type Entry, type EntryKind, type EntryRecord } from '../contract/vocabulary.js'
import { allRecords } from './all-records.js'
import type { Outbox } from './outbox.js'
import { RecordWriter } from './record-writer.js'

/** Ids deleted at a time. */
const BATCH = 5000
/** A word of fewer documents is as likely a slip of the segmentation as a word. */
const FEWEST_DOCUMENTS = 2

type Source = Pick<DocumentRecord, 'title' | 'issuer' | 'doc_number' | 'written_to' | 'words' | 'keywords'>
const SOURCE_FIELDS: (keyof Source)[] = ['title', 'issuer', 'doc_number', 'written_to', 'words', 'keywords']

/** Entries of one kind by their normalised text; one object for each would take twice the room. */
class Entries {
  readonly #kind: EntryKind
  readonly #places = new Map<string, number>()
  /** As it is shown; undefined where it is normalised. */
  readonly #shown: (string | undefined)[] = []
  readonly #documents: number[] = []
  readonly #weights: number[] = []

  constructor(kind: EntryKind) {
    this.#kind = kind
  }

  /** Words and bodies (`weight` null) are in order of how many documents have them, titles and numbers with the newest first. */
  count(text: string, normalized: string, weight: number | null): void {
    const place = this.#places.get(normalized) ?? this.#enter(text, normalized)
    const documents = ++this.#documents[place]!
    this.#weights[place] = weight === null ? documents : Math.max(this.#weights[place]!, weight)
  }

  #enter(text: string, normalized: string): number {
    const place = this.#shown.push(text === normalized ? undefined : text) - 1
    this.#places.set(normalized, place)
    this.#documents.push(0)
    this.#weights.push(0)
    return place
  }

  get(normalized: string): Entry | undefined {
    const place = this.#places.get(normalized)
    return place === undefined ? undefined : this.#at(normalized, place)
  }

  drop(normalized: string): void {
    this.#places.delete(normalized)
  }

  *[Symbol.iterator](): Generator<Entry> {
    for (const [normalized, place] of this.#places) yield this.#at(normalized, place)
  }

  #at(normalized: string, place: number): Entry {
    return {
      kind: this.#kind,
      text: this.#shown[place] ?? normalized,
      documents: this.#documents[place]!,
      weight: this.#weights[place]!,
    }
  }
}

/** What the records of documents say together. */
export class Vocabulary {
  readonly #kinds = {
    term: new Entries('term'),
    title: new Entries('title'),
    issuer: new Entries('issuer'),
    number: new Entries('number'),
  } satisfies Record<EntryKind, Entries>
  readonly #stated = new Set<string>()

  add(document: Source): void {
    const newest = document.written_to ?? 0
    const { term, title, issuer, number } = this.#kinds
    if (document.title) title.count(document.title, normalize(document.title), newest)
    for (const body of bodiesIn(document.issuer ?? '')) issuer.count(body, normalize(body), null)
    if (document.doc_number) number.count(document.doc_number, normalize(document.doc_number), newest)
    for (const word of document.words) term.count(word, word, null)
    for (const keyword of document.keywords) this.#stated.add(normalize(keyword))
  }

  *entries(): Generator<Entry> {
    for (const kind of ENTRY_KINDS) for (const entry of this.#kinds[kind]) if (this.#isKept(entry)) yield entry
  }

  #isKept({ kind, text, documents }: Entry): boolean {
    return kind !== 'term' || documents >= FEWEST_DOCUMENTS || this.#stated.has(text)
  }

  /** Whether what was written before is still an entry; if it is the same, it need not be written and is taken out. */
  confirm({ kind, text, documents, weight }: Entry): boolean {
    const entries = this.#kinds[kind]
    const normalized = normalize(text)
    const entry = entries.get(normalized)
    if (entry === undefined || !this.#isKept(entry)) return false
    if (entry.documents === documents && entry.weight === weight) entries.drop(normalized)
    return true
  }
}

/**
 * Brings the words index of the slot to what its documents say. What is there already is compared with what should be,
 * so that a few changed documents cost a few records, and whatever a killed run left is put right. The documents must
 * be there: nothing else may be in the engine's hands.
 */
export async function renewVocabulary(engine: EngineClient, outbox: Outbox): Promise<void> {
  const vocabulary = new Vocabulary()
  for await (const document of allRecords<Source>(engine, NEXT_INDEXES.documents, SOURCE_FIELDS))
    vocabulary.add(document)
  const outdated: string[] = []
  for await (const record of allRecords<EntryRecord>(engine, NEXT_INDEXES.words, ENTRY_FIELDS)) {
    if (!vocabulary.confirm(record)) outdated.push(record.id)
  }
  for (let start = 0; start < outdated.length; start += BATCH) {
    await outbox.take(() => engine.remove(NEXT_INDEXES.words, oneOf('id', outdated.slice(start, start + BATCH))))
  }
  await addWords(engine, outbox, vocabulary)
}

/** Writes the entries; of a new slot, whose documents have all just been written, these are all there is. */
export async function addWords(engine: EngineClient, outbox: Outbox, vocabulary: Vocabulary): Promise<void> {
  const words = new RecordWriter(engine, outbox, NEXT_INDEXES.words)
  const breathe = breathing()
  for (const entry of vocabulary.entries()) {
    await breathe()
    await words.add(entryRecord(entry))
  }
  await words.end()
}

const ENTRY_FIELDS: (keyof EntryRecord)[] = ['id', 'kind', 'text', 'documents', 'weight']
