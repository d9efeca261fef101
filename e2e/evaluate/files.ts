import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { MeasureError } from '../measure-error.js'
import { text } from '../text.zh.js'
import type { Judgements } from './metrics.js'

export interface CorpusLine {
  id: string
  title?: string
  text: string
}

/** Reads a corpus, a JSON object `{"id", "title"?, "text"}` a line, gzipped where the name ends in .gz. */
export async function* readCorpus(file: string): AsyncGenerator<CorpusLine> {
  const bytes = createReadStream(file)
  // `pipe` would keep to itself what goes wrong in reading; here it comes out at the end that is read.
  const input = file.endsWith('.gz') ? pipeline(bytes, createGunzip(), () => undefined) : bytes
  let number = 0
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number++
    if (line.trim() === '') continue
    const record = parse(line)
    if (typeof record?.id !== 'string' || typeof record.text !== 'string') {
      throw new MeasureError(text.corpusLine(file, number))
    }
    yield record as CorpusLine
  }
}

function parse(line: string): Partial<CorpusLine> | null {
  try {
    return JSON.parse(line) as Partial<CorpusLine> | null
  } catch {
    return null
  }
}

export interface Query {
  id: string
  text: string
}

/** `id<TAB>query` a line. */
export async function readQueries(file: string): Promise<Query[]> {
  return (await lines(file)).map((line) => {
    const [id, query] = line.split('\t')
    if (!id || !query) throw new MeasureError(text.queryLine(file, line))
    return { id, text: query }
  })
}

export interface KnownItem extends Query {
  /** Of the file that is looked for, within the folder that was indexed. */
  path: string
}

/** `id<TAB>query<TAB>path` a line, the first of which may say so (`qid<TAB>query<TAB>path`). */
export async function readKnownItems(file: string): Promise<KnownItem[]> {
  const [first, ...rest] = await lines(file)
  const all = first === undefined ? [] : /^q?id\tquery\tpath$/.test(first) ? rest : [first, ...rest]
  if (all.length === 0) throw new MeasureError(text.noItems(file))
  return all.map((line) => {
    const [id, query, path] = line.split('\t')
    if (!id || !query || !path) throw new MeasureError(text.itemLine(file, line))
    return { id, text: query, path }
  })
}

/** A question, and what answers it looks like. */
export interface Question {
  text: string
  /** Of the texts that answer it: body and title as one string. */
  title: RegExp
  /** Of what a snippet has that answers it, without spaces. */
  answer: RegExp
}

/** `question<TAB>title<TAB>answer` a line, the last two regular expressions; the first line may say so. */
export async function readQuestions(file: string): Promise<Question[]> {
  const questions = (await lines(file)).filter((line) => line !== 'question\ttitle\tanswer')
  if (questions.length === 0) throw new MeasureError(text.noQuestions(file))
  return questions.map((line) => {
    const [question, title, answer] = line.split('\t')
    if (!question || !title || !answer) throw new MeasureError(text.answerLine(file, line))
    return { text: question, title: new RegExp(title), answer: new RegExp(answer) }
  })
}

/** TREC qrels: `query 0 document gain` a line; gains of 0 are left out. */
export async function readJudgements(file: string): Promise<Map<string, Judgements>> {
  const all = new Map<string, Map<string, number>>()
  for (const line of await lines(file)) {
    const [query, , document, gain] = line.trim().split(/\s+/)
    if (!query || !document || Number.isNaN(Number(gain))) throw new MeasureError(text.qrelsLine(file, line))
    if (Number(gain) <= 0) continue
    all.set(query, (all.get(query) ?? new Map<string, number>()).set(document, Number(gain)))
  }
  return all
}

async function lines(file: string): Promise<string[]> {
  return (await readFile(file, 'utf8')).split(/\r?\n/).filter((line) => line.trim() !== '')
}
