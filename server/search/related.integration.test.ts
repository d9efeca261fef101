import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordFiles } from '../../e2e/support/record.js'
import { openSampleArchiveWith, type SampleArchive } from '../../e2e/support/sample-archive.js'
import { newSearch } from '../params.js'
import type { Related } from './related.js'

let sample: SampleArchive

const id = (serial: number): string => `700800100-2021-0000${serial}`
const LONG = Array.from(
  { length: 30 },
  (_, n) => `第${n + 1}条 有关单位应当按照第${n * 7 + 3}号目录办理第${n * 13 + 5}类事项。`,
)

beforeAll(async () => {
  const records = [
    { title: '测试区关于印发测试区停车办法的通知', number: '测发〔2021〕1号', text: LONG },
    {
      title: '关于停车收费的通知',
      number: '测发〔2021〕2号',
      text: ['根据《测试区停车办法》（测发〔2021〕1号）制定。'],
    },
    { title: '关于停车罚款的通知', number: '测发〔2021〕3号', text: ['按照测发[2021]1号和《没有的办法》执行。'] },
    { title: '停车办法', number: '测发〔2021〕4号', text: [...LONG.slice(0, 29), '第30条 另有规定的除外。'] },
    { title: '无关文件', number: '测发〔2021〕5号', text: ['与此无关。'.repeat(30)] },
    { title: '测试区养犬办法', number: '测发〔2015〕6号', text: ['旧的养犬办法。'], validity: '废止' },
    { title: '测试区养犬办法', number: '测发〔2021〕7号', text: ['新的养犬办法。'], validity: '有效' },
  ].map((record, index) => ({ index: id(index + 1).replace('-', '/'), ...record }))
  sample = await openSampleArchiveWith(recordFiles(records))
})

afterAll(() => sample.close())

async function relatedTo(serial: number): Promise<Related> {
  return sample.archive.related((await sample.archive.document(id(serial)))!)
}

describe('related documents', () => {
  it('tell of one that is no longer in force where the text is that is', async () => {
    expect((await relatedTo(6)).inForce?.id).toBe(id(7))
    expect((await relatedTo(7)).inForce).toBeNull()
  })

  it('are those that the text names, by title or number', async () => {
    const { references } = await relatedTo(2)
    expect(references.map(({ reference, held }) => [reference.title, held.map((hit) => hit.id)])).toEqual([
      ['测试区停车办法', [id(1)]],
    ])
    const others = await relatedTo(3)
    expect(others.references.map(({ held }) => held.map((hit) => hit.id))).toEqual([[], [id(1)]])
  })

  it('are those that name the document', async () => {
    const { citedBy } = await relatedTo(1)
    expect(citedBy.total).toBe(2)
    expect(citedBy.hits.map((hit) => hit.id).sort()).toEqual([id(2), id(3)])
    expect((await relatedTo(5)).citedBy.total).toBe(0)
  })

  it('are nearly the same', async () => {
    const [only, ...rest] = (await relatedTo(1)).similar
    expect(rest).toEqual([])
    expect(only).toMatchObject({ hit: { id: id(4) }, identical: false })
    expect(only!.resemblance).toBeGreaterThanOrEqual(0.8)
    expect((await relatedTo(5)).similar).toEqual([])
  })
})

describe('a page of results', () => {
  const pairs = async (sort: '' | 'newest'): Promise<[string, string | null][]> => {
    const { hits } = await sample.archive.search(newSearch({ q: '停车办法', sort }))
    return hits.map((hit) => [hit.id, hit.sameAs])
  }

  it('tells which documents are nearly the same as one before them, but not in order of time', async () => {
    const found = await pairs('')
    const doubles = found.filter(([, sameAs]) => sameAs !== null)
    expect(doubles).toHaveLength(1)
    const [later, first] = doubles[0]!
    expect([later, first].sort()).toEqual([id(1), id(4)])
    const order = found.map(([one]) => one)
    expect(order.indexOf(first!)).toBeLessThan(order.indexOf(later))
    expect((await pairs('newest')).every(([, sameAs]) => sameAs === null)).toBe(true)
  })
})
