import type { ArchiveDocument, DocumentContent } from '../contract/document.js'
import { EngineClient } from '../contract/engine/client.js'
import { oneOf } from '../contract/engine/filter.js'
import { archiveSchema, INDEX_SETTINGS, NEXT_INDEXES, type IndexRole } from '../contract/index-settings.js'
import { numberAttributes } from '../contract/number-keys.js'
import { relationAttributes } from '../contract/relations.js'
import type { ArchiveState, DocumentRecord } from '../contract/records.js'
import { readState } from '../contract/state.js'
import { filterAttributes } from '../contract/fields.js'
import { documentWords } from '../derive/document-words.js'
import { breathing } from '../breathe.js'
import { documentOf, stampOf, type Contents, type Holding, type Holdings } from '../holding.js'
import { passagesOf } from '../passages.js'
import { allRecords } from './all-records.js'
import { historyOf } from './history.js'
import { Outbox } from './outbox.js'
import { QualityWriter } from './quality-writer.js'
import { PAYLOAD_SIZE, RecordWriter } from './record-writer.js'
import type { Expected } from './verify.js'
import { addWords, renewVocabulary, Vocabulary } from './vocabulary.js'

/** The engine need not wait for a whole payload before it begins: each may be twice as large as the one before. */
const FIRST_PAYLOAD_SIZE = PAYLOAD_SIZE / 16
/** Ids of one deletion. */
const DELETION_SIZE = 1000

/** The label comes first: a slot whose renewal was killed has none, and is renewed again. */
export const ROLES: readonly IndexRole[] = ['archive', 'documents', 'passages', 'history', 'quality', 'words']

interface Held {
  revision: string
  stamp: string
  passages: number
}

/**
 * The set of indexes that the next state of the archive is built in, beside the live one. It is whatever the set
 * held before (usually the state before the live one), and is brought up to date document by document; whatever a
 * killed run left in it, the same calls end in the same content.
 */
export class Slot {
  readonly #engine: EngineClient
  readonly #contents: Contents
  readonly #outbox: Outbox
  /** Each document that is wholly in the slot. */
  readonly #held: Map<string, Held>
  readonly #fresh: boolean
  /** How many passages each document has that was put in this run. */
  readonly #put = new Map<string, number>()
  #lines: string[] = []
  #size = 0
  #full = FIRST_PAYLOAD_SIZE
  #ids: string[] = []
  readonly #breathe = breathing()

  private constructor(engine: EngineClient, contents: Contents, held: Map<string, Held>, fresh: boolean) {
    this.#engine = engine
    this.#contents = contents
    this.#outbox = new Outbox(engine)
    this.#held = held
    this.#fresh = fresh
  }

  /** Opens what is there, or begins anew where it was written under other settings or `anew` asks for it. */
  static async open(engine: EngineClient, contents: Contents, anew: boolean): Promise<Slot> {
    const state = await readState(engine, NEXT_INDEXES.archive)
    const usable = !anew && state?.schema === archiveSchema() && (await isComplete(engine))
    if (!usable) await recreate(engine)
    return new Slot(engine, contents, usable ? await heldDocuments(engine) : new Map(), !usable)
  }

  holds(id: string, revision: string): boolean {
    return this.#held.get(id)?.revision === revision || this.#put.has(id)
  }

  /** Sends the passages of one document; its own record, which makes it count as held, follows with `finish`. */
  async put(document: DocumentContent): Promise<void> {
    await this.#pause()
    const passages = passagesOf(document)
    this.#put.set(document.id, passages.length)
    this.#ids.push(document.id)
    for (const passage of passages) {
      const line = JSON.stringify(passage)
      this.#lines.push(line)
      this.#size += line.length
    }
    if (this.#size >= this.#full) await this.#send()
  }

  async #send(): Promise<void> {
    if (this.#ids.length === 0) return
    const payload = this.#lines.join('\n')
    const ids = this.#ids
    this.#lines = []
    this.#size = 0
    this.#ids = []
    this.#full = Math.min(2 * this.#full, PAYLOAD_SIZE)
    // Passages of an older revision, or of a run that was killed, must not stay behind; and the older record goes
    // first, so that a run killed right after does not leave it standing for passages that are no longer its own.
    if (!this.#fresh) {
      await this.#remove(NEXT_INDEXES.documents, 'id', ids)
      await this.#remove(NEXT_INDEXES.passages, 'doc', ids)
    }
    await this.#outbox.take(() => this.#engine.add(NEXT_INDEXES.passages, payload))
  }

  async #remove(index: string, attribute: string, ids: readonly string[]): Promise<void> {
    for (let start = 0; start < ids.length; start += DELETION_SIZE) {
      await this.#outbox.take(() =>
        this.#engine.remove(index, oneOf(attribute, ids.slice(start, start + DELETION_SIZE))),
      )
    }
  }

  async #pause(): Promise<void> {
    await this.#breathe()
    await this.#contents.rest()
  }

  /**
   * Removes what is not wanted, writes the documents' own records, their history and what they say together, and returns
   * how many records the slot should hold now.
   */
  async finish(holdings: Holdings): Promise<Expected> {
    await this.#send()
    const { documents } = holdings
    const unwanted = [...this.#held.keys()].filter((id) => !documents.has(id))
    await this.#remove(NEXT_INDEXES.documents, 'id', unwanted)
    await this.#remove(NEXT_INDEXES.passages, 'doc', unwanted)
    const vocabulary = new Vocabulary()
    await this.#writeDocuments(holdings, vocabulary)
    const history = await this.#finishHistory(holdings)
    // The words of a new slot need not wait for its passages, which takes the engine long.
    if (this.#fresh) await addWords(this.#engine, this.#outbox, vocabulary)
    await this.#outbox.settle()
    if (!this.#fresh) await renewVocabulary(this.#engine, this.#outbox)
    await this.#outbox.settle()
    const passages = [...documents.keys()].reduce((sum, id) => sum + this.#passagesIn(id), 0)
    return { documents: documents.size, passages, history }
  }

  #passagesIn(id: string): number {
    return this.#put.get(id) ?? this.#held.get(id)?.passages ?? 0
  }

  /** Each content is read once: for the document's record, the quality report and, of a new slot, the vocabulary. */
  async #writeDocuments({ documents, besides }: Holdings, vocabulary: Vocabulary): Promise<void> {
    const records = new RecordWriter(this.#engine, this.#outbox, NEXT_INDEXES.documents)
    const contentOf = (id: string): DocumentContent | undefined => {
      const holding = documents.get(id)
      return holding && this.#contents.content(holding.revision)
    }
    const held = this.#fresh ? new Set<string>() : await heldFindings(this.#engine)
    const quality = new QualityWriter(this.#engine, this.#outbox, contentOf, held)
    for (const holding of documents.values()) {
      await this.#pause()
      const content = this.#contents.content(holding.revision)
      await quality.add(content)
      const record = this.#recordOf(holding, content)
      if (record === null) continue
      vocabulary.add(record)
      await records.add(record)
    }
    await records.end()
    const outdated = await quality.end(besides, () => this.#pause())
    await this.#remove(NEXT_INDEXES.quality, 'id', outdated)
  }

  /** A document's own record; null where the slot has it. */
  #recordOf(holding: Holding, content: DocumentContent): DocumentRecord | null {
    const { id, revision } = holding
    const stamp = stampOf(holding)
    if (!this.#put.has(id) && this.#held.get(id)?.stamp === stamp) return null
    const document = documentOf(holding, (other) => (other === revision ? content : this.#contents.content(other)))
    const words = this.#contents.words(revision) ?? documentWords(document)
    return documentRecord(document, revision, stamp, this.#passagesIn(id), words)
  }

  async #finishHistory(holdings: Holdings): Promise<number> {
    const entries = historyOf(holdings, this.#contents.content)
    const held = this.#fresh ? new Map<string, string>() : await heldHistory(this.#engine)
    const wanted = new Set(entries.map(({ id }) => id))
    const unwanted = [...held.keys()].filter((id) => !wanted.has(id))
    await this.#remove(NEXT_INDEXES.history, 'id', unwanted)
    const records = new RecordWriter(this.#engine, this.#outbox, NEXT_INDEXES.history)
    for (const { id, stamp, record } of entries) {
      if (held.get(id) === stamp) continue
      await this.#pause()
      await records.add(record())
    }
    await records.end()
    return entries.length
  }

  /** Notes in the slot what state it holds; written last, read first. */
  async label(state: ArchiveState): Promise<void> {
    await this.#outbox.take(() => this.#engine.add(NEXT_INDEXES.archive, JSON.stringify(state)))
    await this.#outbox.settle()
  }
}

export function documentRecord(
  document: ArchiveDocument,
  revision: string,
  stamp: string,
  passages: number,
  words: string[],
): DocumentRecord {
  return {
    ...filterAttributes(document),
    ...numberAttributes(document),
    ...relationAttributes(document),
    ...document,
    revision,
    stamp,
    passages,
    words,
  }
}

/** Whether all indexes of the slot are there: one may have been deleted by hand. */
async function isComplete(engine: EngineClient): Promise<boolean> {
  for (const role of ROLES) if (!(await engine.hasIndex(NEXT_INDEXES[role]))) return false
  return true
}

async function recreate(engine: EngineClient): Promise<void> {
  const old: string[] = []
  for (const role of ROLES) if (await engine.hasIndex(NEXT_INDEXES[role])) old.push(NEXT_INDEXES[role])
  await engine.deleteIndexes(old)
  await engine.createIndexes(
    'id',
    ROLES.map((role) => [NEXT_INDEXES[role], INDEX_SETTINGS[role]]),
  )
}

async function heldDocuments(engine: EngineClient): Promise<Map<string, Held>> {
  type Own = Held & { id: string }
  const all = new Map<string, Held>()
  const fields: (keyof Own)[] = ['id', 'revision', 'stamp', 'passages']
  for await (const { id, ...held } of allRecords<Own>(engine, NEXT_INDEXES.documents, fields)) all.set(id, held)
  return all
}

async function heldFindings(engine: EngineClient): Promise<Set<string>> {
  const all = new Set<string>()
  for await (const { id } of allRecords<{ id: string }>(engine, NEXT_INDEXES.quality, ['id'])) all.add(id)
  return all
}

/** Key → stamp of what the slot's history holds. */
async function heldHistory(engine: EngineClient): Promise<Map<string, string>> {
  type Own = { id: string; stamp: string }
  const all = new Map<string, string>()
  for await (const { id, stamp } of allRecords<Own>(engine, NEXT_INDEXES.history, ['id', 'stamp'])) all.set(id, stamp)
  return all
}
