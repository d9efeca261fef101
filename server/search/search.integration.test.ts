import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hardRecordFiles } from '../../e2e/support/hard-records.js'
import { recordFiles } from '../../e2e/support/record.js'
import { openSampleArchiveWith, type SampleArchive } from '../../e2e/support/sample-archive.js'
import { dayRange } from '../../indexer/contract/dates.js'
import { normalize } from '../../indexer/contract/normalize.js'
import { newSearch } from '../params.js'
import type { SearchRequest, SearchResult } from './types.js'

/** A long text that says one thing often, and once what is looked for, in other words. */
const LONG = {
  index: '700600100/2024-00077',
  title: '青梧区楼宇管理规定',
  text: Array.from({ length: 60 }, (_, index) =>
    index === 41
      ? '任何人不得从楼上抛掷物品，违者依法处理。'
      : `第${index + 1}栋楼宇的日常事务由楼长负责，楼长负责登记，并负责向街道办事处报告本栋楼宇的有关情况。`,
  ),
}

/** A law and the rules for it, which say its name more often. */
const LAW = ['中华人民共和国测候法', '中华人民共和国测候法实施条例'].map((title, place) => ({
  index: `700600100/2024-0008${place}`,
  title,
  text: [place === 0 ? '为了规范测候活动，制定本法。' : '根据测候法，制定本条例。测候法所称测候，依照测候法的规定。'],
}))

/** The sample, and what is hard to find. */
let sample: SampleArchive

beforeAll(async () => {
  sample = await openSampleArchiveWith({ ...hardRecordFiles(), ...recordFiles([LONG, ...LAW]) })
})

afterAll(() => sample.close())

const search = (request: Partial<SearchRequest>): Promise<SearchResult> =>
  sample.archive.search(newSearch({ perPage: 100, ...request }))
const ids = ({ hits }: SearchResult): string[] => hits.map(({ id }) => id)

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

describe('sorting', () => {
  it.each(['', '营商环境', '"通知"'])('puts %j in order of the dates written', async (q) => {
    const days = (result: SearchResult): number[] =>
      result.hits.filter(({ written }) => written !== null).map(({ written }) => dayRange(written!)[0])
    const newest = await search({ q, sort: 'newest' })
    expect(days(newest)).toEqual(days(newest).toSorted((a, b) => b - a))
    const oldest = await search({ q, sort: 'oldest' })
    expect(days(oldest)).toEqual(days(oldest).toSorted((a, b) => a - b))
    expect(oldest.total).toBe(newest.total)
    if (q === '') expect(ids(await search({ q }))).toEqual(ids(newest))
  })
})

describe('a question in order of time', () => {
  it('finds no more than in order of worth, and says where it has left out what has little of it', async () => {
    const q = '老旧小区加装电梯有什么补贴'
    const [ranked, newest] = [await search({ q }), await search({ q, sort: 'newest' })]
    expect(newest.total).toBeLessThanOrEqual(ranked.total)
    expect(newest.notices.some(({ kind }) => kind === 'narrowed')).toBe(newest.total < ranked.total)
    expect(ranked.notices.some(({ kind }) => kind === 'narrowed')).toBe(false)
  })
})

describe('words that stand nowhere as they were typed', () => {
  // Some passage has all pairs of characters of each, in other places.
  it.each(['政府采购意向公开', '停水通知'])('%s finds what has its parts, and says so', async (q) => {
    const { total, whole, hits } = await search({ q })
    expect(total).toBeGreaterThan(0)
    expect(whole).toBe(0)
    expect(hits[0]!.snippets).not.toEqual([])
    expect((await search({ q: `"${q}"` })).total).toBe(0)
  })
})

describe('when something was first said', () => {
  it('is answered by the oldest documents that say it, and then by the best', async () => {
    const asked = await search({ q: '加装电梯 首次提出' })
    const oldest = await search({ q: '"加装电梯"', sort: 'oldest' })
    expect(ids(asked).slice(0, 3)).toEqual(ids(oldest).slice(0, 3))
    expect(asked.notices).toContainEqual({ kind: 'earliest-first' })
    expect(ids(asked)).toContain(ids(await search({ q: '加装电梯' }))[0])
  })

  it('is answered by texts of the kind that is asked for', async () => {
    const { hits } = await search({ q: '哪一年写进政府工作报告 营商环境' })
    const reports = (await search({ q: '"营商环境"', sort: 'oldest', perPage: 100 })).hits.filter(({ title }) =>
      title.includes('政府工作报告'),
    )
    expect(hits[0]!.id).toBe(reports[0]!.id)
  })
})

describe('a word that is typed apart from others', () => {
  it('is also found as what else it is called, and quoted only as itself', async () => {
    const loose = await search({ q: '低保 申请', perPage: 100 })
    const strict = await search({ q: '"低保" 申请', perPage: 100 })
    expect(loose.total).toBeGreaterThan(strict.total)
    expect(loose.notices).toContainEqual(expect.objectContaining({ kind: 'synonyms', of: '低保' }))
    expect(ids(loose)).toEqual(expect.arrayContaining(ids(strict)))
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

describe('a name', () => {
  it('finds first what is called so, then what has it in its title', async () => {
    const { hits } = await search({ q: '测候法' })
    expect(hits.map(({ title }) => title)).toEqual(LAW.map(({ title }) => title))
  })
})

describe('snippets', () => {
  it('show first where the word stands that tells most, by whatever name, and be it in one place only', async () => {
    const { hits } = await search({ q: '高空抛物谁负责' })
    const [snippet] = hits.find(({ title }) => title === LONG.title)!.snippets
    expect(snippet?.text).toBe('任何人不得从楼上抛掷物品，违者依法处理。')
    expect(snippet?.paragraph).toBe(42)
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

describe('what is typed together', () => {
  it('says that no document has all that is typed together, and what none has', async () => {
    const partial = async (q: string): Promise<string[] | null> => {
      const notice = (await search({ q })).notices.find(({ kind }) => kind === 'partial-match')
      return notice && 'missing' in notice ? notice.missing : null
    }
    expect(await partial('火星移民补贴')).toEqual(expect.arrayContaining(['火星']))
    expect(await partial('火星 补贴')).toEqual(['火星'])
    expect(await partial('加装电梯补贴')).toBeNull()
    // Of a question nobody expects that all of it stands somewhere.
    expect(await partial('火星补贴怎么申请')).toBeNull()
  })
})
