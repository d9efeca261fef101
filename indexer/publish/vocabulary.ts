import { breathing } from '../breathe.js'
import { bodiesIn } from '../contract/bodies.js'
import type { EngineClient } from '../contract/engine/client.js'
import { oneOf } from '../contract/engine/filter.js'
import { NEXT_INDEXES } from '../contract/index-settings.js'
import { normalize } from '../contract/normalize.js'
import type { DocumentRecord } from '../contract/records.js'
import { entryId, entryRecord, type Entry, type EntryKind, type EntryRecord } from '../contract/vocabulary.js'
import type { Outbox } from './outbox.js'

/** Records read, and ids deleted, at a time. */
const BATCH = 5000
/** A payload is sent when it holds this many UTF-16 code units. */
const PAYLOAD_SIZE = 2_000_000
/** A word of fewer documents is as likely a slip of the segmentation as a word. */
const FEWEST_DOCUMENTS = 2

type Source = Pick<DocumentRecord, 'title' | 'issuer' | 'doc_number' | 'written_to' | 'words' | 'keywords'>
const SOURCE_FIELDS: (keyof Source)[] = ['title', 'issuer', 'doc_number', 'written_to', 'words', 'keywords']

/** What the records of documents say together. */
export class Vocabulary {
  /** By kind and normalised text: an id takes longer to make, and is only needed of what is kept. */
  readonly #entries = new Map<string, Entry>()
  readonly #stated = new Set<string>()

  add(document: Source): void {
    const newest = document.written_to ?? 0
    const count = (kind: EntryKind, text: string, weight: number | null): void =>
      this.#count(kind, text, normalize(text), weight)
    if (document.title) count('title', document.title, newest)
    for (const body of bodiesIn(document.issuer ?? '')) count('issuer', body, null)
    if (document.doc_number) count('number', document.doc_number, newest)
    for (const word of document.words) this.#count('term', word, word, null)
    for (const keyword of document.keywords) this.#stated.add(normalize(keyword))
  }

  #count(kind: EntryKind, text: string, normalized: string, weight: number | null): void {
    const key = `${kind}:${normalized}`
    const entry = this.#entries.get(key) ?? { kind, text, documents: 0, weight: 0 }
    entry.documents++
    // Words and bodies are in order of how many documents have them, titles and numbers with the newest first.
    entry.weight = weight === null ? entry.documents : Math.max(entry.weight, weight)
    this.#entries.set(key, entry)
  }

  /** The entries by id. */
  entries(): Map<string, Entry> {
    const isWord = ({ kind, text, documents }: Entry): boolean =>
      kind !== 'term' || documents >= FEWEST_DOCUMENTS || this.#stated.has(text)
    const kept = [...this.#entries.values()].filter(isWord)
    return new Map(kept.map((entry) => [entryId(entry.kind, normalize(entry.text)), entry]))
  }
}

/**
 * Brings the words index of the slot to what its documents say. What is there already is compared with what should be,
 * so that a few changed documents cost a few records, and whatever a killed run left is put right. The documents must
 * be there: nothing else may be in the engine's hands.
 */
export async function renewVocabulary(engine: EngineClient, outbox: Outbox): Promise<void> {
  const vocabulary = new Vocabulary()
  for await (const document of all<Source>(engine, NEXT_INDEXES.documents, SOURCE_FIELDS)) vocabulary.add(document)
  const wanted = vocabulary.entries()
  const outdated = new Set<string>()
  for await (const { id, documents, weight } of all<EntryRecord>(engine, NEXT_INDEXES.words, SIGNED_FIELDS)) {
    const entry = wanted.get(id)
    if (entry === undefined) outdated.add(id)
    else if (entry.documents === documents && entry.weight === weight) wanted.delete(id)
  }
  const gone = [...outdated]
  for (let start = 0; start < gone.length; start += BATCH) {
    await outbox.take(() => engine.remove(NEXT_INDEXES.words, oneOf('id', gone.slice(start, start + BATCH))))
  }
  await addWords(engine, outbox, wanted.values())
}

/** Writes the entries; of a new slot, whose documents have all just been written, these are all there is. */
export async function addWords(engine: EngineClient, outbox: Outbox, entries: Iterable<Entry>): Promise<void> {
  let lines: string[] = []
  let size = 0
  const breathe = breathing()
  for (const entry of entries) {
    await breathe()
    const line = JSON.stringify(entryRecord(entry))
    lines.push(line)
    size += line.length
    if (size < PAYLOAD_SIZE) continue
    const payload = lines.join('\n')
    await outbox.take(() => engine.add(NEXT_INDEXES.words, payload))
    lines = []
    size = 0
  }
  if (lines.length > 0) await outbox.take(() => engine.add(NEXT_INDEXES.words, lines.join('\n')))
}

const SIGNED_FIELDS: (keyof EntryRecord)[] = ['id', 'documents', 'weight']

async function* all<T extends object>(engine: EngineClient, indexUid: string, fields: string[]): AsyncGenerator<T> {
  for (let offset = 0; ; offset += BATCH) {
    const { hits } = await engine.search<T>({ indexUid, attributesToRetrieve: fields, limit: BATCH, offset })
    yield* hits
    if (hits.length < BATCH) return
  }
}
