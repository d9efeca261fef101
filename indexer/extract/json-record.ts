import { withTextBreaks } from '../encoding.js'
import { isTextMeaning, labelMeaning, type ExtraLabels, type TextMeaning } from '../labels.js'
import type { ExtractedRecord } from '../record.js'
import { numberOfUnpublished } from '../review-number.js'
import { text } from '../text.zh.js'
import { addParagraphs, addVisibility, emptyRecord, isBlank, setByLabel } from './fields.js'
import { flatten } from './front-matter.js'
import { extractHtml } from './html.js'
import { readNestedVisibility } from './nested-visibility.js'
import { bodyTexts, isHtml, unescaped } from './json-body.js'
import { joinParts, type LabelledText } from './text-parts.js'
import { appendAll } from '../append-all.js'

/** Characters that are shown of a text that is left out. */
const SHOWN = 60

/** Reads one object of an export: keys are labels, a text key gives the paragraphs. Never throws. */
export function extractObject(
  data: Record<string, unknown>,
  position: number | null,
  extra?: ExtraLabels,
): ExtractedRecord {
  return extractEntries(Object.entries(data), position, extra)
}

/** Reads the labels and values of one record; a label may stand there more than once. Never throws. */
export function extractEntries(
  entries: readonly (readonly [label: string, value: unknown])[],
  position: number | null,
  extra?: ExtraLabels,
): ExtractedRecord {
  const record = emptyRecord(position)
  const texts: Record<TextMeaning, LabelledText[]> = { body: [], abstract: [], question: [], reply: [] }
  for (const [key, value] of entries) {
    const values = flatten(value)
    if (!isTextMeaning(labelMeaning(key, extra))) readNestedVisibility(record, value, extra)
    // Texts given as a list are a list of paragraphs.
    const meaning = setByLabel(record, key, values, text.from.label(key), extra)
    if (meaning !== null) texts[meaning].push({ label: key, content: bodyTexts(value, extra).join('\n') })
  }
  const unpublished = numberOfUnpublished(entries, extra)
  if (unpublished !== null) {
    const { label, number } = unpublished
    addVisibility(record, text.unpublished(label, number), text.from.label(label))
  }
  const body = longest(record, joinParts(texts.body))
  if (body !== undefined) readBody(record, body)
  // A letter and its answer are both text, in this order, each under its name.
  for (const part of ['question', 'reply'] as const) {
    const content = longest(record, texts[part])
    if (content === undefined) continue
    record.headings.push({ paragraph: record.paragraphs.push(text.parts[part]) - 1, level: 1 })
    readBody(record, content)
  }
  // An export without texts still says what each record is about.
  if (record.paragraphs.length === 0) {
    const summary = longest(record, texts.abstract)
    if (summary !== undefined) readBody(record, summary)
  }
  return record
}

/** A record may carry its text twice (`text`, `html`): the longest counts, and what says something else is noted. */
function longest(record: ExtractedRecord, texts: readonly LabelledText[]): string | undefined {
  const [first, ...others] = texts
    .filter(({ content }) => !isBlank(content))
    .sort((one, other) => other.content.length - one.content.length)
  if (first === undefined) return undefined
  noteOthers(record, first.content, others)
  return first.content
}

function noteOthers(record: ExtractedRecord, taken: string, others: readonly LabelledText[]): void {
  // Nearly always it is the same text with tags, which need not be read as a page to be seen.
  const words = wordsIn(taken)
  const different = others.filter(({ content }) => !words.includes(wordsIn(content)))
  if (different.length === 0) return
  const wordsRead = wordsOf(linesOf(taken))
  for (const { label, content } of different) {
    const lines = linesOf(content)
    if (wordsRead.includes(wordsOf(lines))) continue
    const length = lines.reduce((sum, line) => sum + line.length, 0)
    record.otherTexts = [...(record.otherTexts ?? []), { label, length, beginning: lines[0]!.slice(0, SHOWN) }]
  }
}

function linesOf(content: string): string[] {
  const read = emptyRecord(null)
  readBody(read, content)
  return read.paragraphs
}

const wordsIn = (content: string): string => wordsOf([unescaped(content).replace(/<[^<>]*>/g, '')])

/** The letters and digits of a text, however they are punctuated, escaped and set apart. */
const wordsOf = (lines: readonly string[]): string =>
  lines.join('').replace(/&(?:#\d{1,6}|[a-z]{2,8});|[^\p{L}\p{N}]+/giu, '')

/** Two wide spaces are the indent of a paragraph: exports that lost their line breaks still have them. */
const INDENT = /[\u3000\u2003]{2,}/

function readBody(record: ExtractedRecord, found: string): void {
  const content = unescaped(found)
  if (isHtml(content)) {
    const page = extractHtml(`<article>${content}</article>`, null)
    const before = record.paragraphs.length
    appendAll(record.paragraphs, page.paragraphs)
    for (const { paragraph, level } of page.headings) record.headings.push({ paragraph: paragraph + before, level })
  } else {
    const lines = withTextBreaks(content).split(/\r\n?|\n/)
    addParagraphs(record, lines.length > 1 ? lines : content.split(INDENT))
  }
}
