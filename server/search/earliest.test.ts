import { describe, expect, it } from 'vitest'
import { withoutAskingFirst } from './earliest.js'
import { parseQuery } from './query.js'

const left = (q: string): string[][] | null =>
  withoutAskingFirst(parseQuery(q, ''))?.required.map((group) => group.map(({ run }) => run)) ?? null

describe('a query that asks when something was first said', () => {
  it.each([
    ['新质生产力 首次提出', [['新质生产力']]],
    ['首次提出新质生产力', [['新质生产力']]],
    ['新质生产力是什么时候提出的', [['新质生产力']]],
    ['新质生产力哪一年提出', [['新质生产力']]],
    ['房住不炒 最早什么时候提出', [['房住不炒']]],
    ['碳达峰碳中和哪一年写进政府工作报告', [['碳达峰碳中和 政府工作报告']]],
    ['最早提出西部大开发的政府工作报告', [['西部大开发的政府工作报告']]],
    ['最早的政府工作报告', [['政府工作报告']]],
    ['"一带一路"是何时首次写入报告的', [['一带一路'], ['报告的']]],
    ['乡村振兴 OR 新农村 第一次出现', [['乡村振兴', '新农村']]],
  ])('%s looks for the rest of it', (q, rest) => expect(left(q)).toEqual(rest))

  it.each([
    ['养老金最早什么时候可以领'],
    ['行政复议什么时候提出'],
    ['第一次全国人口普查'],
    ['首次公开发行'],
    ['"首次提出"'],
    ['首次提出'],
    ['什么时候放寒假'],
  ])('%s is none', (q) => expect(left(q)).toBeNull())
})
