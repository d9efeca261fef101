import { describe, expect, it } from 'vitest'
import { askedTime, timeFit, withoutTime } from './asked-time.js'
import { parseQuery } from './query.js'

const NOW = new Date('2026-11-24T00:00:00Z')
const asked = (q: string) => askedTime(parseQuery(q, ''), NOW)
const fit = (q: string, title: string, written: string | null): number =>
  timeFit(title, { written, published: null }, asked(q))

describe('askedTime', () => {
  it.each([
    ['福建2019年政府工作报告', [2019], false],
    ['二〇二三年新年贺词', [2023], false],
    ['今年的养老金', [2026], true],
    ['去年 预算', [2025], false],
    ['最新土地管理法', [], true],
    ['环境保护', [], false],
    ['"2019年"', [], false],
    ['编号12019年', [], false],
    ['新年贺词 2024', [2024], false],
    ['招商引资 20241', [], false],
    ['前年 预算', [2024], false],
    ['以前年度损益', [], false],
    ['目前年产量', [], false],
    ['机构改革方案2023', [2023], false],
    ['2024政府工作报告', [2024], false],
    ['2000万元以下项目', [], false],
    ['2000万', [], false],
    ['2023年以来 营商环境', [2023, 2024, 2025, 2026], false],
    ['二〇二四年至今的就业政策', [2024, 2025, 2026], false],
    ['2016年至2018年 减税', [2016, 2018, 2017], false],
    ['2016-2018年减税', [2018, 2016, 2017], false],
    ['2018年到2016年', [2018, 2016], false],
  ])('reads %s', (q, years, newest) => expect(asked(q)).toMatchObject({ years, newest, now: NOW }))

  it.each([
    ['2023年7月 考察', ['2023-07']],
    ['2023-07 考察', ['2023-07']],
    ['考察 2023/7/5', ['2023-07-05']],
    ['2023年7月5日在青梧的考察', ['2023-07-05']],
    ['2023年 考察', []],
  ])('reads the month or day of %s', (q, dates) => expect(asked(q)).toMatchObject({ years: [2023], dates }))

  it('takes no span further than there are documents', () => {
    expect(asked('1000年至9999年').years.length).toBeLessThan(170)
  })

  it('counts years as China does, wherever the site runs', () => {
    const eve = new Date('2026-12-31T17:00:00Z')
    expect(askedTime(parseQuery('今年的养老金', ''), eve).years).toEqual([2027])
  })

  it.each([
    ['养老金怎么领', true],
    ['去年的养老金', false],
    ['最新土地管理法', false],
    ['新质生产力是什么时候提出的', false],
    ['互联网+ 首次提出', false],
  ])('takes %s for a question of today: %s', (q, today) => expect(asked(q).today).toBe(today))
})

describe('withoutTime', () => {
  it.each([
    ['最新的政府工作报告', '政府工作报告'],
    ['2024年政府工作报告', '政府工作报告'],
    ['2024年度预算', '预算'],
    ['福建2024年预算', '福建2024年预算'],
    ['2024年', '2024年'],
  ])('leaves of %s %s', (whole, kind) => expect(withoutTime(whole)).toBe(kind))
})

describe('timeFit', () => {
  it.each([
    ['2023年新年贺词', '国家主席发表二〇二三年新年贺词', '2022-12-31', 1],
    ['2023年新年贺词', '国家主席发表二〇二四年新年贺词', '2023-12-31', 0],
    ['2019年预算', '关于预算的报告', '2019', 1],
    ['福建2019年财政收入', '2020年福建省政府工作报告', '2020-01-11', 0.5],
    ['福建2019年财政收入', '2018年福建省政府工作报告', '2018-01-11', 0],
    ['2019年预算', '2020年关于预算的报告', '2020', 0],
    ['2019年预算', '关于预算的报告', null, 0],
    ['预算', '2019年预算报告', '2019', 0],
    ['2023年7月 考察', '县长考察水库', '2023-07-28', 1],
    ['2023-07 考察', '2023年工作报告', '2023-01-08', 0.25],
    ['2023年7月 考察', '县长考察水库', '2023', 0.25],
    ['2023年7月 考察', '县长考察水库', '2022-07-28', 0],
  ])('of %s for %s of %s is %d', (q, title, written, value) => expect(fit(q, title, written)).toBe(value))

  it('takes a version of a law for one of the year that it was published in', () => {
    const law = { written: '1991-09-04', published: '2024-04-26' }
    expect(timeFit('未成年人保护法', law, asked('未成年人保护法2024'))).toBe(1)
    expect(timeFit('未成年人保护法', law, asked('未成年人保护法2020'))).toBe(0)
  })

  it('is as much for what is new where the newest is asked for, half of it beside a year, and halves in three years', () => {
    expect(fit('最新预算', '预算', '2023-11-24')).toBeCloseTo(0.5, 2)
    expect(fit('最新预算', '预算', '2030-01-01')).toBe(1)
    expect(fit('今年预算', '预算', '2023-11-24')).toBeCloseTo(0.25, 2)
  })
})
