import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeFolder, temporaryFolder, writeFiles } from '../../e2e/support/folder.js'
import { recordFiles } from '../../e2e/support/record.js'
import { openSampleArchive, type SampleArchive } from '../../e2e/support/sample-archive.js'
import { repeatableNumbers, Scan } from '../../e2e/support/scan.js'
import { dayRange } from '../../indexer/contract/dates.js'
import type { ArchiveDocument } from '../../indexer/contract/document.js'
import { FACETS } from '../../indexer/contract/fields.js'
import { normalize } from '../../indexer/contract/normalize.js'
import { cutWords } from '../../indexer/contract/tokenize.js'
import { newSearch } from '../params.js'
import type { SearchHit, SearchRequest, SearchResult } from './types.js'

/** Characters from here on stand in no other record. */
const RARE = 0x20100
const series = (first: number, length: number, after: string): string =>
  Array.from({ length }, (_, n) => String.fromCodePoint(first + n) + after).join('')

const SENTENCES = Array.from(
  { length: 60 },
  (_, n) => `第${n + 1}项工作由第${(n * 7) % 60}组负责，限期${n * 3}日内办结。`,
)
/** Passages that have the beginning and the end of 药王港口岸线规划, and not the whole. */
const NEARLY = Array.from(
  { length: 12 },
  (_, n) => `第${n}处：药王庙、港口岸线、线规划。${'其余略去不提。'.repeat(60)}`,
)

/** Texts that the sample has none of: paragraphs that are cut where characters are rare, spaced, or traditional. */
const HARD = recordFiles([
  { index: '700900100/2020-00001', title: '关于生僻字的通知', text: [series(RARE, 700, '')], date: '2020-02' },
  { index: '700900100/2020-00005', title: '关于长段落的通知', text: [SENTENCES.join('')] },
  { index: '700900100/2020-00006', title: '关于相近说法的通知', text: [...NEARLY, '就在这里：药王港口岸线规划。'] },
  { index: '700900100/2020-00002', title: '关于空格的通知', text: [series(0x5200, 700, ' ')], date: '2020' },
  { index: '700900100/2020-00003', title: '關於優化營商環境的通知', text: ['加裝電梯，補貼標準。ＰＭ２．５達標。'] },
  {
    index: '700900100/2020-00004',
    title: '关于长机构名称的通知',
    text: ['正文。'],
    issuer: '青梧区推进政府职能转变和放管服改革协调小组优化营商环境专题工作组办公室',
  },
])

let sample: SampleArchive
let scan: Scan
let folder: string
let random: () => number

beforeAll(async () => {
  folder = await temporaryFolder()
  sample = await openSampleArchive([await writeFiles(folder, HARD)])
  scan = new Scan(sample.documents)
  random = repeatableNumbers(20_260_102)
}, 120_000)

afterAll(async () => {
  await sample.close()
  await removeFolder(folder)
})

const below = (limit: number): number => Math.floor(random() * limit)
const anyOf = <T>(values: readonly T[]): T => values[below(values.length)]!

const search = (request: Partial<SearchRequest>): Promise<SearchResult> =>
  sample.archive.search(newSearch({ perPage: 100, ...request }))
const exact = (q: string, more: Partial<SearchRequest> = {}): Promise<SearchResult> =>
  search({ q, mode: 'exact', ...more })
const ids = ({ hits }: SearchResult): string[] => hits.map(({ id }) => id)
const sorted = (values: string[]): string[] => values.toSorted()

/** A run of 1 to 30 characters of some line, as it is written there; never in quotation marks as a whole. */
function anyRun(lines: readonly string[], longest = 30): string {
  for (;;) {
    const characters = [...anyOf(lines)]
    const length = 1 + below(Math.min(longest, characters.length))
    const start = below(characters.length - length + 1)
    const run = characters.slice(start, start + length).join('')
    if (normalize(run) !== '' && !/^".*"$/.test(normalize(run))) return run
  }
}

const linesOf = ({ title, doc_number, index_number, issuer, speaker, paragraphs }: ArchiveDocument): string[] =>
  [title, doc_number, index_number, issuer, speaker, ...paragraphs].filter((line) => line !== null)

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
    for (let count = 0; count < 100; count++) await expectEqualToScan(anyRun(lines))
  })

  it('does so for strings across the borders of words', async () => {
    for (let count = 0; count < 25; count++) {
      const words = cutWords(normalize(anyOf(anyOf(sample.documents).paragraphs)))
      const at = below(Math.max(1, words.length - 1))
      const [before, after] = [[...(words[at] ?? '电')], [...(words[at + 1] ?? '梯')]]
      await expectEqualToScan(before.at(-1)! + after[0]!)
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
      const run = anyRun(lines, 12)
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

const QUERIES = ['营商环境', '电梯 补贴', '老旧小区加装电梯有什么补贴', '招商引资', '"通知"', '安全 OR 消防', '']

describe('pages', () => {
  it.each(QUERIES)('of %j hold each document once, and as many as the total says', async (q) => {
    for (const sort of ['', 'newest', 'oldest'] as const) {
      const all: string[] = []
      const { total } = await search({ q, sort })
      for (let page = 1; page <= Math.ceil(total / 9) + 1; page++) {
        const result = await search({ q, sort, page, perPage: 9 })
        expect(result.total).toBe(total)
        all.push(...ids(result))
      }
      expect(total).toBeGreaterThan(0)
      expect(all).toHaveLength(total)
      expect(new Set(all).size).toBe(total)
    }
  })

  it('beyond the last one are empty and still count', async () => {
    const { total, hits, facets } = await search({ q: '电梯', page: 1000 })
    expect(hits).toEqual([])
    expect(total).toBe((await search({ q: '电梯' })).total)
    expect(facets.year).not.toEqual([])
  })
})

/** What the facets should say: counted from the documents that the query alone finds. */
function expectedFacets(found: readonly string[], request: Partial<SearchRequest>) {
  const { filters, from, to } = newSearch(request)
  const documents = sample.documents.filter(({ id }) => found.includes(id))
  const passes = (document: ArchiveDocument, except: string | null): boolean => {
    const range = document.written ? dayRange(document.written) : null
    if (from && !(range && range[1] >= dayRange(from)[0])) return false
    if (to && !(range && range[0] <= dayRange(to)[1])) return false
    return FACETS.every(({ name, of }) => {
      const selected = filters[name]
      return name === except || selected.length === 0 || of(document).some((value) => selected.includes(value))
    })
  }
  const facets = FACETS.map(({ name, of }) => {
    const counts = new Map(filters[name].map((value) => [value, 0]))
    for (const document of documents.filter((one) => passes(one, name))) {
      for (const value of of(document)) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    return [name, Object.fromEntries(counts)]
  })
  return {
    ids: sorted(documents.filter((one) => passes(one, null)).map(({ id }) => id)),
    facets: Object.fromEntries(facets) as Record<string, Record<string, number>>,
  }
}

async function expectFacets(q: string, request: Partial<SearchRequest>): Promise<SearchResult> {
  const found = ids(await search({ q }))
  const result = await search({ q, ...request })
  const facets = Object.fromEntries(
    Object.entries(result.facets).map(([name, values]) => [
      name,
      Object.fromEntries(values.map(({ value, count }) => [value, count])),
    ]),
  )
  expect({ ids: sorted(ids(result)), facets }).toEqual(expectedFacets(found, request))
  expect(result.total).toBe(result.hits.length)
  return result
}

const filters = (some: Partial<SearchRequest['filters']>): SearchRequest['filters'] => ({
  ...newSearch().filters,
  ...some,
})

const SELECTIONS: Partial<SearchRequest>[] = [
  {},
  { filters: filters({ issuer: ['青梧区民政局', '青梧区财政局'] }) },
  { filters: filters({ year: ['2021', '2022', '1949'] }) },
  { filters: filters({ validity: ['废止', '已修改'] }) },
  { filters: filters({ topic: ['综合政务', '工业、交通/信息产业（含电信）'] }) },
  { filters: filters({ issuer: ['青梧区人民政府'], year: ['2021', '2023'], validity: ['有效'] }) },
  { filters: filters({ issuer: ['没有"这个\\机构'] }) },
  { filters: filters({ year: ['2020'] }), from: '2020-03' },
  { from: '2021', to: '2022-06' },
  { from: '2020-02-14', to: '2020-02-20' },
  { to: '2017' },
  { from: '2020', filters: filters({ validity: ['有效'] }), sort: 'newest' },
]

describe('facets', () => {
  it.each(QUERIES)('of %j count documents, each facet without its own selection', async (q) => {
    for (const selection of SELECTIONS) await expectFacets(q, selection)
  })

  it('find by a class what stands in its subclasses', async () => {
    const topic = '综合政务'
    const { facets, total } = await search({ filters: filters({ topic: [topic] }) })
    const inside = facets.topic.filter(({ value }) => value.startsWith(`${topic}/`))
    expect(inside.length).toBeGreaterThan(1)
    expect(facets.topic.find(({ value }) => value === topic)).toEqual({ value: topic, count: total, selected: true })
    for (const { value, count } of inside) {
      expect((await search({ filters: filters({ topic: [value] }) })).total).toBe(count)
    }
  })

  it('are there, all of them, when a selection leaves nothing', async () => {
    const { total, facets } = await search({ q: '电梯', filters: filters({ year: ['1949'] }) })
    expect(total).toBe(0)
    expect(facets.year).toContainEqual({ value: '1949', count: 0, selected: true })
    expect(facets.year.length).toBeGreaterThan(1)
  })

  it('take a date known to the month or year for any day in it', async () => {
    const found = async (from: string, to: string): Promise<string[]> => ids(await search({ from, to }))
    expect(await found('2020-02-14', '2020-02-14')).toContain('700900100-2020-00001')
    expect(await found('2020-02-14', '2020-02-14')).toContain('700900100-2020-00002')
    expect(await found('2020-03-01', '2020-03-31')).not.toContain('700900100-2020-00001')
    expect(await found('2020-03-01', '2020-03-31')).toContain('700900100-2020-00002')
  })
})

describe('sorting', () => {
  it.each(['', '营商环境', '"通知"'])('puts %j in order of the dates written', async (q) => {
    const days = (result: SearchResult, end: 0 | 1): number[] =>
      result.hits.filter(({ written }) => written !== null).map(({ written }) => dayRange(written!)[end])
    const newest = await search({ q, sort: 'newest' })
    expect(days(newest, 1)).toEqual(days(newest, 1).toSorted((a, b) => b - a))
    const oldest = await search({ q, sort: 'oldest' })
    expect(days(oldest, 0)).toEqual(days(oldest, 0).toSorted((a, b) => a - b))
    expect(sorted(ids(oldest))).toEqual(sorted(ids(newest)))
    if (q === '') expect(ids(await search({ q }))).toEqual(ids(newest))
  })
})

describe('readers of any script', () => {
  it.each([
    ['营商环境', '營商環境'],
    ['加装电梯', '加裝電梯'],
    ['老旧小区加装电梯有什么补贴', '老舊小區加裝電梯有什麼補貼'],
    ['"补贴标准"', '「補貼標準」'],
    ['PM2.5', 'ＰＭ２．５'],
    ['5G', '５g'],
  ])('find by %s what they find by %s', async (one, other) => {
    const [first, second] = [await search({ q: one }), await search({ q: other })]
    expect(first.total).toBeGreaterThan(0)
    expect(ids(second)).toEqual(ids(first))
    expect(second.hits.map(({ snippets }) => snippets)).toEqual(first.hits.map(({ snippets }) => snippets))
  })

  it('find text in either script', async () => {
    for (const q of ['优化营商环境', '優化營商環境']) {
      expect(ids(await search({ q }))).toContain('700900100-2020-00003')
    }
  })
})

describe('titles', () => {
  it('come first when they are asked for whole', async () => {
    const missed: string[] = []
    for (const { id, title } of sample.documents) {
      const [first] = (await search({ q: title, perPage: 3 })).hits
      if (first?.id !== id) missed.push(`${title} → ${first?.title}`)
    }
    expect(missed).toEqual([])
  })
})

describe('marks', () => {
  it('stand where the words of the query stand, and nowhere else', async () => {
    for (const q of QUERIES.filter(Boolean)) {
      const { hits, terms } = await search({ q })
      const runs = [...terms, normalize(q.replace(/["“”]| OR /g, ''))]
      for (const { title, titleMarks, snippets } of hits) {
        for (const { text, marks } of [{ text: title, marks: titleMarks }, ...snippets]) {
          for (const [start, end] of marks) {
            let rest = normalize(text.slice(start, end))
            for (const run of runs.toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(run, '')
            expect(rest).toBe('')
          }
        }
      }
    }
  })
})
