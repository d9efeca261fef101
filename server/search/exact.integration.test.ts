import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hardRecordFiles } from '../../e2e/support/hard-records.js'
import { openSampleArchiveWith, type SampleArchive } from '../../e2e/support/sample-archive.js'
import { anyRun, linesOf, repeatableNumbers, Scan } from '../../e2e/support/scan.js'
import { normalize } from '../../indexer/contract/normalize.js'
import { cutWords } from '../../indexer/contract/tokenize.js'
import { dictionaryWords } from '../../indexer/contract/words/dictionary.js'
import { newSearch } from '../params.js'
import type { SearchHit, SearchRequest, SearchResult } from './types.js'

/** The sample, and what is hard to find. */
let sample: SampleArchive
let scan: Scan
let random: () => number

beforeAll(async () => {
  sample = await openSampleArchiveWith(hardRecordFiles())
  scan = new Scan(sample.documents)
  random = repeatableNumbers(20_260_102)
})

afterAll(() => sample.close())

const below = (limit: number): number => Math.floor(random() * limit)
const anyOf = <T>(values: readonly T[]): T => values[below(values.length)]!

const search = (request: Partial<SearchRequest>): Promise<SearchResult> =>
  sample.archive.search(newSearch({ perPage: 100, ...request }))
const exact = (q: string, more: Partial<SearchRequest> = {}): Promise<SearchResult> =>
  search({ q, mode: 'exact', ...more })
const ids = ({ hits }: SearchResult): string[] => hits.map(({ id }) => id)
const sorted = (values: string[]): string[] => values.toSorted()

/** Whether a normalised text is nothing but occurrences of the run, side by side or overlapping. */
function isMadeOf(text: string, run: string): boolean {
  let covered = 0
  for (let at = text.indexOf(run); at >= 0 && at <= covered; at = text.indexOf(run, at + 1)) covered = at + run.length
  return covered === text.length
}

/** All that is marked, and where the run stands in what is shown. */
function expectExactMarks(hit: SearchHit, run: string): void {
  const shown = [{ text: hit.title, marks: hit.titleMarks }, ...hit.snippets]
  for (const { text, marks } of shown) {
    for (const [start, end] of marks) expect(isMadeOf(normalize(text.slice(start, end)), run)).toBe(true)
    if (normalize(text).includes(run)) expect(marks).not.toEqual([])
  }
  const { title, paragraphs } = sample.documents.find(({ id }) => id === hit.id)!
  // What stands in the title or text is shown; an issuing body or a number needs no snippet.
  const isShown = shown.some(({ marks }) => marks.length > 0)
  if ([title, ...paragraphs].some((line) => normalize(line).includes(run)) && !isShown) {
    expect.fail(`${hit.id} does not show ${run}`)
  }
  for (const { paragraph, text } of hit.snippets) {
    expect(paragraphs[paragraph - 1]).toContain(text.replace(/^…|…$/g, ''))
  }
}

async function expectEqualToScan(run: string): Promise<void> {
  const result = await exact(run)
  expect({ run, total: result.total, ids: sorted(ids(result)) }).toEqual({
    ...{ run, total: scan.ids(run).length, ids: scan.ids(run) },
  })
  for (const hit of result.hits) expectExactMarks(hit, normalize(run))
  const occurrences = await sample.archive.occurrences(newSearch({ q: run, mode: 'exact' }))
  expect({ run, occurrences }).toEqual({ run, occurrences: scan.occurrences(run) })
}

describe('exact search', () => {
  it.each([
    '放管服',
    '电',
    '加装电梯',
    '，',
    '。',
    '青梧政发〔2021〕3号',
    '号',
    '2021',
    '5G',
    '的',
    '完成。',
    '不存在的话',
  ])('finds %s as a scan does', (run) => expectEqualToScan(run))

  it('finds any string of any text as a scan does', async () => {
    const lines = sample.documents.flatMap(linesOf)
    for (let count = 0; count < 100; count++) await expectEqualToScan(anyRun(lines, 30, random))
  })

  it('does so for strings across the borders of words', async () => {
    for (let count = 0; count < 25; count++) {
      const words = cutWords(normalize(anyOf(anyOf(sample.documents).paragraphs)))
      const at = below(Math.max(1, words.length - 1))
      const [before, after] = [[...(words[at] ?? '电')], [...(words[at + 1] ?? '梯')]]
      await expectEqualToScan(before.at(-1)! + after[0]!)
    }
  })

  it('does so for words of the dictionary, also where only their parts stand side by side', async () => {
    expect((await exact('十四五规划')).total).toBe(0)
    expect((await exact('高品质生活')).total).toBe(0)
    for (const word of dictionaryWords()) {
      const found = await exact(word)
      if (found.total > 100) continue
      expect([word, sorted(ids(found))]).toEqual([word, scan.ids(word)])
    }
  })

  it('does so for strings across the borders of the pieces of a cut paragraph', async () => {
    const long = sample.documents.flatMap(({ paragraphs }) => paragraphs).filter(({ length }) => length > 640)
    expect(long.length).toBeGreaterThan(2)
    for (let count = 0; count < 25; count++) {
      const normalized = [...normalize(anyOf(long))]
      const start = below(normalized.length - 30)
      await expectEqualToScan(normalized.slice(start, start + 30).join(''))
    }
  })

  it('does so for strings that are longer than what passages share', async () => {
    for (let count = 0; count < 10; count++) {
      const { paragraphs } = anyOf(sample.documents)
      const line = [...anyOf(paragraphs.filter(({ length }) => length > 60).concat(paragraphs[0]!))]
      const start = below(Math.max(1, line.length - 60))
      await expectEqualToScan(line.slice(start, start + 31 + below(100)).join(''))
    }
    const issuer = sample.documents.map((one) => one.issuer ?? '').sort((a, b) => b.length - a.length)[0]!
    expect(issuer.length).toBeGreaterThan(30)
    expect(ids(await exact(issuer))).toEqual(scan.ids(issuer))
    expect(ids(await exact(issuer, { scope: 'title' }))).toEqual(scan.ids(issuer, 'title'))
  })

  it('shows the passage that has the string, where many have nearly all of it', async () => {
    for (const run of ['药王港口岸线规划', '药王港口', '港口岸线规划']) await expectEqualToScan(run)
  })

  it('says the same by a quotation as by its mode', async () => {
    const lines = sample.documents.flatMap(linesOf)
    for (let count = 0; count < 20; count++) {
      const run = anyRun(lines, 12, random)
      if (normalize(run).includes('"')) continue
      for (const q of [`"${run}"`, `“${run}”`, `「${run}`])
        expect((await search({ q })).total).toBe(scan.ids(run).length)
    }
  })

  it('looks in titles or texts only where that is asked', async () => {
    for (const run of [
      '电梯',
      '放管服',
      '青梧区',
      '尹',
      '补贴',
      '通知',
      '青梧政发〔2021〕3号',
      '482915607/2021-00009',
    ]) {
      for (const scope of ['title', 'text'] as const) {
        expect(sorted(ids(await exact(run, { scope })))).toEqual(scan.ids(run, scope))
      }
    }
  })
})

describe('occurrences', () => {
  const count = (request: Partial<SearchRequest>) => sample.archive.occurrences(newSearch(request))

  it('are counted in the scope asked for, and after the filters', async () => {
    for (const q of ['电梯', '青梧区', '482915607/2021-00009', '的']) {
      for (const scope of ['title', 'text'] as const)
        expect(await count({ q, mode: 'exact', scope })).toBe(scan.occurrences(q, scope))
      const year = newSearch({ q, mode: 'exact' }).filters
      const filters = { ...year, year: ['2021', '2022'] }
      const found = new Set(ids(await exact(q, { filters })))
      expect(await count({ q, mode: 'exact', filters })).toBe(scan.occurrences(q, '', found))
    }
  })

  it('of several phrases are added, in the documents that the query finds', async () => {
    for (const q of ['"电梯" -补贴', '"电梯" OR "补贴"', '"电梯" "补贴" -学校', '"通知" "通知"']) {
      const found = new Set(ids(await search({ q })))
      const runs = [...new Set([...q.matchAll(/(?<!-)"(.+?)"/g)].map(([, run]) => run!))]
      const expected = runs.reduce((sum, run) => sum + scan.occurrences(run, '', found), 0)
      expect({ q, count: await count({ q }) }).toEqual({ q, count: expected })
    }
  })

  it('are counted by batches of documents where there are very many', async () => {
    for (const q of ['的', '，', '电梯']) {
      expect(await sample.archive.occurrences(newSearch({ q, mode: 'exact' }), true)).toBe(scan.occurrences(q))
    }
  })

  it('are no question of words', async () => {
    expect(await count({ q: '电梯补贴' })).toBeNull()
    expect(await count({ q: '"电梯" 补贴' })).toBeNull()
    expect(await count({ q: '' })).toBeNull()
  })
})

describe('operators', () => {
  const words = ['电梯', '补贴', '营商环境', '通知', '青梧区', '不存在的话']

  it('exclude exactly', async () => {
    for (const kept of words) {
      for (const left of words) {
        const expected = scan.ids(kept).filter((id) => !scan.ids(left).includes(id))
        expect(sorted(ids(await search({ q: `"${kept}" -${left}` })))).toEqual(expected)
      }
    }
  })

  it('join alternatives exactly', async () => {
    for (const one of words) {
      for (const other of words) {
        const expected = sorted([...new Set([...scan.ids(one), ...scan.ids(other)])])
        expect(sorted(ids(await search({ q: `"${one}" OR "${other}"` })))).toEqual(expected)
      }
    }
  })

  it('work together', async () => {
    const found = sorted(ids(await search({ q: '"电梯" OR "补贴" "通知" -学校' })))
    const either = new Set([...scan.ids('电梯'), ...scan.ids('补贴')])
    expect(found).toEqual(scan.ids('通知').filter((id) => either.has(id) && !scan.ids('学校').includes(id)))
    expect(found.length).toBeGreaterThan(0)
  })
})
