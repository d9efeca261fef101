import { withTextBreaks } from '../encoding.js'
import { isTextMeaning, labelMeaning, type ExtraLabels } from '../labels.js'
import type { ExtractedRecord } from '../record.js'
import { text } from '../text.zh.js'
import { addParagraphs, emptyRecord, isBlank, setByLabel } from './fields.js'
import { flatten } from './front-matter.js'
import { extractHtml } from './html.js'
import { bodyTexts, HTML, unescaped } from './json-body.js'

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
  // A record may carry its text twice (`text`, `html`): the longest counts.
  const bodies: string[] = []
  const abstracts: string[] = []
  // A letter and its answer are both text, in this order, each under its name.
  const letters: Record<'question' | 'reply', string[]> = { question: [], reply: [] }
  for (const [key, value] of entries) {
    const values = flatten(value)
    // Texts given as a list are a list of paragraphs.
    const meaning = setByLabel(record, key, values, text.from.label(key), extra)
    if (meaning === 'body') bodies.push(bodyTexts(value, extra).join('\n'))
    if (meaning === 'abstract') abstracts.push(bodyTexts(value, extra).join('\n'))
    if (meaning === 'question' || meaning === 'reply') letters[meaning].push(bodyTexts(value, extra).join('\n'))
  }
  const body = longest(bodies)
  if (body) readBody(record, body)
  for (const part of ['question', 'reply'] as const) {
    const content = longest(letters[part])
    if (content === undefined) continue
    record.headings.push({ paragraph: record.paragraphs.push(text.parts[part]) - 1, level: 1 })
    readBody(record, content)
  }
  const summary = longest(abstracts)
  // An export without texts still says what each record is about.
  if (summary && record.paragraphs.length === 0) readBody(record, summary)
  return record
}

function longest(contents: string[]): string | undefined {
  return contents.filter((content) => !isBlank(content)).sort((one, other) => other.length - one.length)[0]
}

/** Two wide spaces are the indent of a paragraph: exports that lost their line breaks still have them. */
const INDENT = /[\u3000\u2003]{2,}/

function readBody(record: ExtractedRecord, found: string): void {
  const content = unescaped(found)
  if (HTML.test(content)) {
    const page = extractHtml(`<article>${content}</article>`, null)
    const before = record.paragraphs.length
    record.paragraphs.push(...page.paragraphs)
    record.headings.push(...page.headings.map(({ paragraph, level }) => ({ paragraph: paragraph + before, level })))
  } else {
    const lines = withTextBreaks(content).split(/\r\n?|\n/)
    addParagraphs(record, lines.length > 1 ? lines : content.split(INDENT))
  }
}

/** True for an object that has a title or a text under any known label: it is a record, not a wrapper of records. */
export function looksLikeRecord(data: Record<string, unknown>, extra?: ExtraLabels): boolean {
  return Object.entries(data).some(([key, value]) => {
    const meaning = labelMeaning(key, extra)
    return typeof value === 'string' && (meaning === 'title' || isTextMeaning(meaning))
  })
}
