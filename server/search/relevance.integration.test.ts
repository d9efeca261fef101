import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleArchive, type SampleArchive } from '../../e2e/support/sample-archive.js'
import { newSearch } from '../params.js'

/**
 * What must not break whatever is done to the ranking: over the bundled sample, the document that answers is among
 * the first three. Questions as people ask them, judged by reading the records.
 */
const QUESTIONS: [question: string, ...answers: string[]][] = [
  ['老旧小区加装电梯有什么补贴', '482915607-2019-00112', '482915607-2023-00118', '482915607-2022-00175'],
  ['请问残疾人补贴标准是多少', '482915607-2022-00144'],
  ['公租房怎么申请', '482915607-2020-00152'],
  ['孩子上小学报名需要什么材料', '482915607-2022-00121', '482915607-2024-00122'],
  ['养犬需要办什么手续', '482915607-2019-00166'],
  ['电动车可以在楼道里充电吗', '482915607-2022-00162'],
  ['老人高龄津贴多少钱', '482915607-2018-00142', '482915607-2023-00143'],
  ['灵活就业人员社保补贴怎么领', '482915607-2023-00155'],
  ['城乡居民医保什么时候缴费', '482915607-2023-00147'],
  ['小微企业贷款贴息如何申报', '482915607-2022-00220'],
  ['拖欠农民工工资怎么办', '482915607-2017-00158'],
  ['开民宿要办什么手续', '482915607-2025-00216'],
  ['生活垃圾怎么分类', '482915607-2018-00165'],
  ['征地青苗补偿标准', '482915607-2020-00233'],
  ['低保标准调整', '482915607-2021-00145', '482915607-2024-00146'],
  ['哪些文件已经废止', '482915607-2022-00245'],
  ['几岁可以领高龄津贴', '482915607-2023-00143'],
  ['遛狗不拴绳罚多少', '482915607-2019-00166'],
  // Typed in pieces, and as people speak.
  ['公租房 怎么申请', '482915607-2020-00152'],
  ['拖欠农民工工资 怎么办', '482915607-2017-00158'],
  ['残疾人补贴 多少钱', '482915607-2022-00144'],
  ['老板拖欠农民工工资咋办', '482915607-2017-00158'],
  ['养狗要办啥手续', '482915607-2019-00166'],
  ['在楼道里给电动车充电违法吗', '482915607-2022-00162'],
]

let sample: SampleArchive
beforeAll(async () => {
  sample = await openSampleArchive()
})
afterAll(() => sample.close())

describe('a question', () => {
  it.each(QUESTIONS)('%s finds its answer in the first three', async (q, ...answers) => {
    const { hits } = await sample.archive.search(newSearch({ q, perPage: 3 }))
    expect(
      hits.some(({ id }) => answers.includes(id)),
      hits.map(({ title }) => title).join('\n'),
    ).toBe(true)
  })

  it('written in traditional characters finds the same', async () => {
    const first = async (q: string): Promise<string | undefined> =>
      (await sample.archive.search(newSearch({ q }))).hits[0]?.id
    expect(await first('電動車可以在樓道裡充電嗎')).toBe(await first('电动车可以在楼道里充电吗'))
    expect(await first('請問殘疾人補貼標準是多少')).toBe(await first('请问残疾人补贴标准是多少'))
  })
})

describe('the answer to a question', () => {
  it.each([
    ['几岁可以领高龄津贴', '482915607-2023-00143', /80至89周岁/],
    ['请问残疾人补贴标准是多少', '482915607-2022-00144', /每人每月100元提高到140元/],
    ['城乡居民医保什么时候缴费', '482915607-2023-00147', /9月1日至12月31日/],
    ['信息公开申请多久答复', '482915607-2023-00204', /20个工作日内答复/],
    ['遛狗不拴绳罚多少', '482915607-2019-00166', /50元至200元/],
    ['加装电梯补贴多少钱', '482915607-2023-00118', /每台15万元/],
  ])('to %s stands in the first sentence that is shown of %s', async (q, answer, sentence) => {
    const { hits } = await sample.archive.search(newSearch({ q }))
    const [snippet] = hits.find(({ id }) => id === answer)?.snippets ?? []
    expect(snippet?.text).toMatch(sentence)
  })
})

describe('a query without spaces', () => {
  it.each(['营商环境', '政务公开工作要点', '义务教育', '安全生产', '招商引资工作推进会'])(
    'has the documents that contain %s whole in front of those that do not',
    async (q) => {
      const { hits, whole } = await sample.archive.search(newSearch({ q, perPage: 100 }))
      const has = new Set(
        (await sample.archive.search(newSearch({ q: `"${q}"`, perPage: 100 }))).hits.map(({ id }) => id),
      )
      const places = hits.flatMap(({ id }, place) => (has.has(id) ? [place] : []))
      expect(places).toHaveLength(has.size)
      expect(places).toEqual(places.map((_, place) => place))
      if (whole !== null) expect(whole).toBe(has.size)
    },
  )
})

describe('a year in the query', () => {
  it.each([
    ['青梧区2023年政府工作报告', '482915607-2023-00004'],
    ['政府工作报告 2023年', '482915607-2023-00004'],
    ['二〇二〇年政府工作报告', '482915607-2020-00021'],
    ['2018年政府工作报告', '482915607-2018-00002'],
    ['最新的政府工作报告', '482915607-2025-00006'],
  ])('%s finds the document of that year first', async (q, answer) => {
    const { hits } = await sample.archive.search(newSearch({ q, perPage: 3 }))
    expect(hits[0]?.id, hits.map(({ title }) => title).join('\n')).toBe(answer)
  })
})

describe('an index number', () => {
  it('finds its document first', async () => {
    const { hits } = await sample.archive.search(newSearch({ q: '482915607/2023-00228' }))
    expect(hits[0]?.id).toBe('482915607-2023-00228')
  })
})

describe('what is in force', () => {
  it.each([
    ['老人高龄津贴多少钱', '482915607-2023-00143', '482915607-2018-00142'],
    ['最低生活保障标准', '482915607-2024-00146', '482915607-2021-00145'],
    ['低保标准是多少', '482915607-2024-00146', '482915607-2021-00145'],
  ])('%s finds it before what it has replaced', async (q, inForce, gone) => {
    const ids = (await sample.archive.search(newSearch({ q, perPage: 10 }))).hits.map(({ id }) => id)
    expect(ids).toContain(gone)
    expect(ids.indexOf(inForce)).toBeLessThan(ids.indexOf(gone))
    expect(ids).toContain(inForce)
  })
})
