import type { EngineClient, EngineQuery } from '../../indexer/contract/engine/client.js'
import { gramQuery, tokenQuery } from '../../indexer/contract/grams.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'
import { normalize } from '../../indexer/contract/normalize.js'
import {
  comparedText,
  ENTRY_KINDS,
  LONGEST_PINYIN,
  START,
  type EntryKind,
  type EntryRecord,
} from '../../indexer/contract/vocabulary.js'
import { cutWords } from '../../indexer/contract/tokenize.js'
import { isDenied } from '../../indexer/contract/words/deny.js'
import { listedWords } from './listed-words.js'

/** One completion of what a reader has typed so far. */
export interface Completion {
  text: string
  kind: EntryKind
}

/** At most so many of a kind, in this order, and of all together. */
const SHOWN: Record<EntryKind, number> = { term: 5, issuer: 2, number: 3, title: 4 }
const MOST = 8
/** Looked at of each kind: some contain the characters and not the string, some are denied. */
const FETCHED = 20
/** With fewer words than this the lists are asked too, from so many characters on: they are another request. */
const FEW_TERMS = 3
const LISTED_FROM = 2
/** Longer beginnings complete nothing. */
const LONGEST = 40

type Found = Pick<EntryRecord, 'kind' | 'text' | 'run' | 'pinyin' | 'initials'>

/**
 * Completions from the vocabulary of the archive: what begins with the typed characters, then what contains them, in
 * either script; Latin letters also as pinyin, whole (yingshang) or initials (ysh). Nothing of the deny list.
 */
export async function completions(engine: EngineClient, typed: string): Promise<Completion[]> {
  const q = normalize(typed.trim())
  if (q === '' || [...q].length > LONGEST) return []
  const letters = /^[a-z][a-z' ]*$/.test(q) ? q.replace(/[' ]/g, '').slice(0, LONGEST_PINYIN) : null
  const queries = ENTRY_KINDS.flatMap((kind) => [
    ...characterQueries(kind, comparedText(kind, q)),
    ...(letters === null || kind === 'number' ? [] : [pinyinQuery(kind, letters)]),
  ])
  const answers = await engine.multiSearch<Found>(queries)
  const found = answers.flatMap(({ hits }) => hits)
  const ranked = found
    .map((entry) => ({ entry, nearness: nearness(entry, q, letters) }))
    .filter(({ entry, nearness }) => nearness < NO_MATCH && !isDenied(entry.text))
    .sort((a, b) => a.nearness - b.nearness || lengthOfTitle(a.entry) - lengthOfTitle(b.entry))
  const own = pick(ranked.map(({ entry }) => entry)).filter(({ text }) => normalize(text) !== q)
  if (q.length < LISTED_FROM || own.filter(({ kind }) => kind === 'term').length >= FEW_TERMS) return own
  return withListed(own, await listedWords(engine, q), q)
}

/** Words of the lists before those of the archive that only contain what was typed; bodies and titles last. */
function withListed(own: readonly Completion[], listed: readonly string[], q: string): Completion[] {
  const [terms, others] = [own.filter(({ kind }) => kind === 'term'), own.filter(({ kind }) => kind !== 'term')]
  const begins = ({ text }: Completion): boolean => normalize(text).startsWith(q)
  const known = new Set(terms.map(({ text }) => normalize(text)))
  const added = listed
    .filter((text) => !known.has(text) && !isDenied(text))
    .map((text): Completion => ({ text, kind: 'term' }))
  const words = [...terms.filter(begins), ...added, ...terms.filter((term) => !begins(term))]
  return [...words.slice(0, SHOWN.term), ...others].slice(0, MOST)
}

function characterQueries(kind: EntryKind, run: string): EngineQuery[] {
  if (run === '') return []
  // Of words there are so many that those that only contain the characters could crowd out those that begin with them.
  return (kind === 'term' ? [START + run, run] : [run]).map((one) => {
    const { tokens, prefix } = gramQuery(one)
    return { ...queryOf(kind, tokenQuery(tokens, prefix)), attributesToSearchOn: ['grams'] }
  })
}

/** Whole syllables and initials are asked for together: each query of a keystroke costs. */
function pinyinQuery(kind: EntryKind, letters: string): EngineQuery {
  return { ...queryOf(kind, letters), limit: 2 * FETCHED, attributesToSearchOn: ['pinyin', 'initials'] }
}

function queryOf(kind: EntryKind, q: string): EngineQuery {
  return {
    indexUid: INDEXES.words,
    q,
    filter: [`kind = ${kind}`],
    sort: ['weight:desc'],
    matchingStrategy: 'all',
    limit: FETCHED,
    attributesToRetrieve: ['kind', 'text', 'run', 'pinyin', 'initials'],
  }
}

const NO_MATCH = 6

/** How directly an entry answers: from 0 (begins with what was typed) to NO_MATCH; equals keep the engine's order. */
function nearness({ kind, run, pinyin, initials }: Found, q: string, letters: string | null): number {
  const characters = comparedText(kind, q)
  if (run.replace(STATE, '').startsWith(characters) || run.startsWith(characters)) return 0
  if (holdsAsWords(run, characters)) return 3
  if (letters === null) return NO_MATCH
  if (pinyin.startsWith(letters)) return 1
  if (initials.startsWith(letters)) return 2
  if (` ${pinyin}`.includes(` ${letters}`)) return 4
  return ` ${initials}`.includes(` ${letters}`) ? 5 : NO_MATCH
}

/** Nobody types it before the name of a law. */
const STATE = /^中华人民共和国/

/** Of titles that begin alike, the law is shorter than the rules for it. */
const lengthOfTitle = ({ kind, run }: Found): number => (kind === 'title' ? run.length : 0)

/** Whether characters begin with a word of a run or end one, as 小区 ends 老旧小区; 国发 does neither in 为祖国发展. */
function holdsAsWords(run: string, characters: string): boolean {
  if (characters.length === 1 || !run.includes(characters)) return run.includes(characters)
  let at = 0
  return cutWords(run).some((word) => {
    at = run.indexOf(word, at)
    const holds = run.startsWith(characters, at) || word.endsWith(characters)
    at += word.length
    return holds
  })
}

/** A few of each kind, the kinds in the order of `SHOWN`, no text twice. */
function pick(found: readonly Found[]): Completion[] {
  const seen = new Set<string>()
  const picked: Completion[] = []
  for (const kind of Object.keys(SHOWN) as EntryKind[]) {
    const own = found.filter((entry) => entry.kind === kind && !seen.has(entry.run) && seen.add(entry.run))
    picked.push(...own.slice(0, SHOWN[kind]).map(({ text }) => ({ text, kind })))
  }
  return picked.slice(0, MOST)
}
