import { describe, expect, it } from 'vitest'
import { namesOf } from '../../indexer/contract/relations.js'
import { placesIn } from './places.js'
import { Standing } from './standing.js'

const named = (title: string, issuer: string | null = null, doc_number: string | null = null) => ({
  title,
  issuer,
  doc_number,
})

describe('cited', () => {
  const standing = new Standing(
    { 't:民法典': 400, 't:物业管理条例': 20, 't:政府工作报告': 400, 'n:国发/2021/5': 3 },
    { 't:民法典': 1, 't:政府工作报告': 200 },
    {},
  )

  it('grows with the number of documents that name it', () => {
    expect(standing.cited(named('无人提及的办法'))).toBe(0)
    expect(standing.cited(named('物业管理条例'))).toBeCloseTo(Math.log(21) / Math.log(401))
    expect(standing.cited(named('中华人民共和国民法典'))).toBe(1)
  })

  it('shares a name among those that bear it', () => {
    expect(standing.cited(named('政府工作报告'))).toBeCloseTo(Math.log(3) / Math.log(401))
  })

  it('does not share it among the parts of one law', () => {
    const names: Record<string, number> = {}
    for (const title of ['民法典（合同编）', '民法典（继承编）'])
      for (const key of namesOf({ title, doc_number: null })) names[key] = (names[key] ?? 0) + 1
    const inParts = new Standing({ 't:民法典': 400 }, names, {})
    expect(inParts.cited(named('中华人民共和国民法典（合同编）'))).toBe(1)
  })

  it('knows an article by its law, and a document by what it prints', () => {
    expect(standing.cited(named('中华人民共和国民法典第三百三十九条'))).toBe(1)
    expect(standing.cited(named('国务院关于公布《物业管理条例》的决定'))).toBeGreaterThan(0)
  })
})

describe('bodies for all', () => {
  it('are neither of a place that is not home nor the press, and none where no other is', () => {
    const issuers = { 福建省人民政府: 4, 江苏省人民政府: 4, 国务院: 8, 中央广播电视总台: 9 }
    expect(new Standing({}, {}, issuers).bodiesForAll).toEqual(['国务院'])
    expect(new Standing({}, {}, { 福建省人民政府: 4, 福建省教育厅: 4 }).bodiesForAll).toEqual([])
  })
})

describe('bodies near', () => {
  it('are those of the provinces and prefectures that are asked for', () => {
    const standing = new Standing({}, {}, { 福建省人民政府: 4, 福州市教育局: 1, 江苏省人民政府: 4, 国务院: 8 })
    expect(standing.bodiesNear(placesIn('福建2020年财政收入'))).toEqual(['福建省人民政府', '福州市教育局'])
    expect(standing.bodiesNear([])).toEqual([])
  })
})

describe('nearness', () => {
  const standing = new Standing({}, {}, { 福建省人民政府: 4, 广东省人民政府: 4, 江苏省人民政府: 4, 国务院: 8 })
  const nearness = (q: string, title: string, issuer: string | null = null): number =>
    standing.nearness(named(title, issuer), placesIn(q))

  it('tells a place that the query names from one that it does not', () => {
    expect(nearness('文物怎么保护', '济南市文物保护规定')).toBe(-1)
    expect(nearness('济南文物怎么保护', '文物保护规定', '济南市人民政府')).toBe(1)
    expect(nearness('山东文物怎么保护', '文物保护规定', '济南市人民政府')).toBe(1)
    expect(nearness('济南文物怎么保护', '济南市文物保护规定')).toBe(0)
    expect(nearness('文物怎么保护', '文物保护法')).toBe(0)
    expect(nearness('济南文物怎么保护', '文物保护法')).toBe(0)
  })

  it('takes no county to be asked for whose short name may be a word', () => {
    expect(nearness('技术合作开发合同', '城市管理办法', '合作市人民政府')).toBe(0)
  })

  it('asks the body before the title', () => {
    expect(nearness('城市规划', '北京城市总体规划', '国务院')).toBe(0)
    expect(nearness('城市规划', '城市总体规划', '北京市人民政府')).toBe(-1)
  })

  it('has nothing against where the archive is at home', () => {
    const issuers = { 杭州市人民政府: 5, 杭州市民政局: 4, 浙江省人民政府: 2, 宁波市人民政府: 2, 国务院: 3 }
    const local = new Standing({}, {}, issuers)
    expect(local.nearness(named('养老办法', '杭州市民政局'), [])).toBe(0)
    expect(local.nearness(named('养老办法', '浙江省人民政府'), [])).toBe(0)
    expect(local.nearness(named('养老办法', '宁波市人民政府'), [])).toBe(-1)
  })
})
