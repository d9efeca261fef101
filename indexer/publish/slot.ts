import type { ArchiveDocument, DocumentContent } from '../contract/document.js'
import { EngineClient } from '../contract/engine/client.js'
import { oneOf } from '../contract/engine/filter.js'
import { archiveSchema, INDEX_SETTINGS, NEXT_INDEXES, type IndexRole } from '../contract/index-settings.js'
import { numberAttributes } from '../contract/number-keys.js'
import { relationAttributes } from '../contract/relations.js'
import type { ArchiveState, DocumentRecord } from '../contract/records.js'
import { filterAttributes } from '../contract/fields.js'
import { documentWords } from '../derive/document-words.js'
import { breathing } from '../breathe.js'
import { documentOf, stampOf, type Besides, type ContentOf, type Holdings } from '../holding.js'
import { QualityCollector } from '../quality/findings.js'
import { passagesOf } from '../passages.js'
import { historyOf } from './history.js'
import { Outbox } from './outbox.js'
import type { Expected } from './verify.js'
import { addWords, renewVocabulary, Vocabulary } from './vocabulary.js'

/** A payload is sent when it holds this many UTF-16 code units. */
const PAYLOAD_SIZE = 6_000_000
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
  readonly #outbox: Outbox
  /** Each document that is wholly in the slot. */
  readonly #held: Map<string, Held>
  readonly #fresh: boolean
  /** Each document put in this run; its words as one string, which takes a tenth of the room. */
  readonly #put = new Map<string, { passages: number; words: string }>()
  #lines: string[] = []
  #size = 0
  #ids: string[] = []
  readonly #breathe = breathing()

  private constructor(engine: EngineClient, held: Map<string, Held>, fresh: boolean) {
    this.#engine = engine
    this.#outbox = new Outbox(engine)
    this.#held = held
    this.#fresh = fresh
  }

  /** Opens what is there, or begins anew where it was written under other settings or `anew` asks for it. */
  static async open(engine: EngineClient, anew: boolean): Promise<Slot> {
    const state = await readState(engine, NEXT_INDEXES.archive)
    const usable = !anew && state?.schema === archiveSchema() && (await isComplete(engine))
    if (!usable) await recreate(engine)
    return new Slot(engine, usable ? await heldDocuments(engine) : new Map(), !usable)
  }

  holds(id: string, revision: string): boolean {
    return this.#held.get(id)?.revision === revision || this.#put.has(id)
  }

  /** Sends the passages of one document; its own record, which makes it count as held, follows with `finish`. */
  async put(document: DocumentContent): Promise<void> {
    await this.#breathe()
    const passages = passagesOf(document)
    this.#put.set(document.id, { passages: passages.length, words: documentWords(document).join(' ') })
    this.#ids.push(document.id)
    for (const passage of passages) {
      const line = JSON.stringify(passage)
      this.#lines.push(line)
      this.#size += line.length
    }
    if (this.#size >= PAYLOAD_SIZE) await this.#send()
  }

  async #send(): Promise<void> {
    if (this.#ids.length === 0) return
    const payload = this.#lines.join('\n')
    const ids = this.#ids
    this.#lines = []
    this.#size = 0
    this.#ids = []
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

  /**
   * Removes what is not wanted, writes the documents' own records and their history, and returns how many records the
   * slot should hold now.
   */
  async finish(holdings: Holdings, contentOf: ContentOf): Promise<Expected> {
    await this.#send()
    const { documents } = holdings
    const unwanted = [...this.#held.keys()].filter((id) => !documents.has(id))
    await this.#remove(NEXT_INDEXES.documents, 'id', unwanted)
    await this.#remove(NEXT_INDEXES.passages, 'doc', unwanted)
    const vocabulary = new Vocabulary()
    const quality = new QualityCollector()
    await this.#write(NEXT_INDEXES.documents, this.#documentRecords(holdings, contentOf, vocabulary, quality))
    const history = await this.#finishHistory(holdings, contentOf)
    await this.#finishQuality(quality, holdings.besides)
    // The words of a new slot need not wait for its passages, which takes the engine long.
    if (this.#fresh) await addWords(this.#engine, this.#outbox, vocabulary.entries().values())
    await this.#outbox.settle()
    if (!this.#fresh) await renewVocabulary(this.#engine, this.#outbox)
    await this.#outbox.settle()
    const passages = [...documents.keys()].reduce((sum, id) => sum + this.#passagesIn(id), 0)
    return { documents: documents.size, passages, history }
  }

  #passagesIn(id: string): number {
    return this.#put.get(id)?.passages ?? this.#held.get(id)?.passages ?? 0
  }

  /** The records of the documents that are to be written, and what all documents say together, of one reading of each. */
  async *#documentRecords(
    { documents }: Holdings,
    contentOf: ContentOf,
    vocabulary: Vocabulary,
    quality: QualityCollector,
  ): AsyncGenerator<DocumentRecord> {
    for (const holding of documents.values()) {
      await this.#breathe()
      const { id, revision } = holding
      const content = contentOf(revision)
      quality.add(content)
      const stamp = stampOf(holding)
      if (!this.#put.has(id) && this.#held.get(id)?.stamp === stamp) continue
      const document = documentOf(holding, (other) => (other === revision ? content : contentOf(other)))
      const words = splitWords(this.#put.get(id)?.words ?? documentWords(document).join(' '))
      const record = documentRecord(document, revision, stamp, this.#passagesIn(id), words)
      vocabulary.add(record)
      yield record
    }
  }

  async #finishHistory(holdings: Holdings, contentOf: ContentOf): Promise<number> {
    const entries = historyOf(holdings, contentOf)
    const held = this.#fresh ? new Map<string, string>() : await heldHistory(this.#engine)
    const wanted = new Set(entries.map(({ id }) => id))
    const unwanted = [...held.keys()].filter((id) => !wanted.has(id))
    await this.#remove(NEXT_INDEXES.history, 'id', unwanted)
    const renewed = entries.filter(({ id, stamp }) => held.get(id) !== stamp)
    await this.#write(
      NEXT_INDEXES.history,
      (function* () {
        for (const { record } of renewed) yield record()
      })(),
    )
    return entries.length
  }

  /** What the quality report tells, reckoned anew: what one document says may be news of another. */
  async #finishQuality(quality: QualityCollector, besides: Besides | undefined): Promise<void> {
    quality.addBesides(besides)
    const findings = quality.findings()
    const held = this.#fresh ? new Set<string>() : await heldFindings(this.#engine)
    const wanted = new Set(findings.map(({ id }) => id))
    await this.#remove(
      NEXT_INDEXES.quality,
      'id',
      [...held].filter((id) => !wanted.has(id)),
    )
    await this.#write(
      NEXT_INDEXES.quality,
      findings.filter(({ id }) => !held.has(id)),
    )
  }

  /** Sends records, made one by one, in payloads of bounded size. */
  async #write(index: string, records: AsyncIterable<object> | Iterable<object>): Promise<void> {
    let lines: string[] = []
    let size = 0
    const send = async (): Promise<void> => {
      const payload = lines.join('\n')
      lines = []
      size = 0
      await this.#outbox.take(() => this.#engine.add(index, payload))
    }
    for await (const record of records) {
      await this.#breathe()
      const line = JSON.stringify(record)
      lines.push(line)
      size += line.length
      if (size >= PAYLOAD_SIZE) await send()
    }
    if (lines.length > 0) await send()
  }

  /** Notes in the slot what state it holds; written last, read first. */
  async label(state: ArchiveState): Promise<void> {
    await this.#outbox.take(() => this.#engine.add(NEXT_INDEXES.archive, JSON.stringify(state)))
    await this.#outbox.settle()
  }
}

const splitWords = (words: string): string[] => words.split(' ').filter(Boolean)

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

/** The state that a set of indexes holds; null where there is none. */
export async function readState(engine: EngineClient, archiveIndex: string): Promise<ArchiveState | null> {
  if (!(await engine.hasIndex(archiveIndex))) return null
  return (await engine.search<ArchiveState>({ indexUid: archiveIndex, limit: 1 })).hits[0] ?? null
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
  const { hits } = await engine.search<Held & { id: string }>({
    indexUid: NEXT_INDEXES.documents,
    attributesToRetrieve: ['id', 'revision', 'stamp', 'passages'],
    limit: 10_000_000,
  })
  return new Map(hits.map(({ id, ...held }) => [id, held]))
}

async function heldFindings(engine: EngineClient): Promise<Set<string>> {
  const { hits } = await engine.search<{ id: string }>({
    indexUid: NEXT_INDEXES.quality,
    attributesToRetrieve: ['id'],
    limit: 10_000_000,
  })
  return new Set(hits.map(({ id }) => id))
}

/** Key → stamp of what the slot's history holds. */
async function heldHistory(engine: EngineClient): Promise<Map<string, string>> {
  const { hits } = await engine.search<{ id: string; stamp: string }>({
    indexUid: NEXT_INDEXES.history,
    attributesToRetrieve: ['id', 'stamp'],
    limit: 10_000_000,
  })
  return new Map(hits.map(({ id, stamp }) => [id, stamp]))
}
