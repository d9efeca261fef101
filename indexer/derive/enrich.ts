import { bodiesIn, bodyPath } from '../contract/bodies.js'
import { parseDocNumber } from '../contract/doc-number.js'
import type { NOT_ENRICHED } from '../contract/document.js'
import { signatureOf } from '../contract/minhash.js'
import type { UnnumberedDocument } from '../record.js'
import { text } from '../text.zh.js'
import { classifyTopic } from './classify-topic.js'
import { occasionIn, placeIn } from './occasion.js'
import { referencesIn } from './references.js'

/** A document with what its record states and what fills the gaps of it, before anything is added. */
export type CoreDocument = Omit<UnnumberedDocument, keyof typeof NOT_ENRICHED>

/** Fields that can only be derived, besides those that a record may state. */
export const ENRICHED_FIELDS = ['bodies', 'occasion', 'place'] as const
export type EnrichedField = (typeof ENRICHED_FIELDS)[number]

/** Heads without a speaker, a date or the word say nothing of a meeting that the document itself was a speech at. */
const IS_SPEECH = /讲话|致辞|演讲|讲演|发言|报告|贺词|祝酒辞|谈话/

/**
 * Adds what no source states: the split number, where the bodies stand, occasion and place of a speech, a class, what
 * the text refers to, and the signature by which near-duplicates are found. `head` are the lines above the text proper;
 * `from` takes where each value came from.
 */
export function enrich(
  core: CoreDocument,
  head: readonly string[],
  from: Partial<Record<EnrichedField | 'topics', string>>,
): UnnumberedDocument {
  const isSpeech = core.speaker !== null || IS_SPEECH.test(core.title)
  const lead = head.length > 0 ? head : core.paragraphs.slice(0, 1)
  const topic = core.topics.length > 0 ? null : classifyTopic(core.title, core.issuer, core.paragraphs)
  const document: UnnumberedDocument = {
    ...core,
    doc_number_parts: core.doc_number === null ? null : parseDocNumber(core.doc_number),
    bodies: core.issuer === null ? [] : bodiesIn(core.issuer).map(bodyPath),
    topics: topic === null ? core.topics : [topic],
    occasion: isSpeech ? occasionIn(core.title, lead) : null,
    place: isSpeech ? placeIn(core.paragraphs) : null,
    references: referencesIn(core.paragraphs, { title: core.title, number: core.doc_number }),
    signature: signatureOf(core.paragraphs),
    notes: [],
  }
  if (topic !== null) from.topics = text.from.classified
  if (document.occasion !== null) from.occasion = text.from.occasion
  if (document.place !== null) from.place = text.from.place
  if (document.bodies.some((path) => path.includes('/'))) from.bodies = text.from.bodyName
  return document
}
