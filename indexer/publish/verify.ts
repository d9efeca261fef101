import type { DocumentContent } from '../contract/document.js'
import type { EngineClient } from '../contract/engine/client.js'
import { quoted } from '../contract/engine/filter.js'
import { gramQuery } from '../contract/grams.js'
import { NEXT_INDEXES } from '../contract/index-settings.js'
import { normalize } from '../contract/normalize.js'

/** Documents that are looked up by a piece of their own text before a state is published. */
const SAMPLE_SIZE = 20
const SAMPLE_LENGTH = 8

export interface Expected {
  documents: number
  passages: number
  history: number
}

/**
 * Whether the slot holds what it should: the numbers of its records, and a sample of documents that must
 * be found by a run of characters from their text. Returns null, or in English what does not agree.
 */
export async function disagreement(
  engine: EngineClient,
  expected: Expected,
  sample: readonly DocumentContent[],
): Promise<string | null> {
  const documents = await engine.countRecords(NEXT_INDEXES.documents)
  if (documents !== expected.documents) return `${documents} documents instead of ${expected.documents}`
  const passages = await engine.countRecords(NEXT_INDEXES.passages)
  if (passages !== expected.passages) return `${passages} passages instead of ${expected.passages}`
  const history = await engine.countRecords(NEXT_INDEXES.history)
  if (history !== expected.history) return `${history} earlier versions and tombstones instead of ${expected.history}`
  const answers = await engine.multiSearch<{ doc: string }>(
    sample.map((document) => ({
      indexUid: NEXT_INDEXES.passages,
      q: gramQuery(sampleRun(document)).tokens.join(' '),
      filter: [`doc = ${quoted(document.id)}`],
      matchingStrategy: 'all',
      limit: 1,
      attributesToRetrieve: ['doc'],
    })),
  )
  const missed = sample.filter((_, index) => answers[index]?.hits.length !== 1)
  return missed.length === 0 ? null : `not found by their own text: ${missed.map((document) => document.id).join(', ')}`
}

/** Some characters from the middle of a document's middle paragraph. */
function sampleRun(document: DocumentContent): string {
  const paragraph = [...normalize(document.paragraphs[Math.floor(document.paragraphs.length / 2)]!)]
  const start = Math.max(0, Math.floor(paragraph.length / 2) - SAMPLE_LENGTH / 2)
  return paragraph.slice(start, start + SAMPLE_LENGTH).join('') || normalize(document.title)
}

/** Ids spread evenly over all. */
export function sampleIds(ids: readonly string[]): string[] {
  const step = Math.max(1, Math.floor(ids.length / SAMPLE_SIZE))
  return ids.filter((_, index) => index % step === 0).slice(0, SAMPLE_SIZE)
}
