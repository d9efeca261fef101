import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalize } from '../../indexer/contract/normalize.js'
import { MAX_VARIANTS, setOff, variantsOf } from './variants.js'

describe('variantsOf', () => {
  it.each([
    ['二〇二一年', '2021年'],
    ['二零二一年', '2021年'],
    ['二○二一年', '2021年'],
    ['二0二一年', '2021年'],
    ['二〇二一', '2021'],
    ['2021年', '二〇二一年'],
    ['2021年', '二零二一年'],
    ['2021', '二〇二一'],
    ['二零二一年', '二〇二一年'],
    ['2021年8月24日', '二〇二一年八月二十四日'],
    ['二〇二一年八月二十四日', '2021年8月24日'],
    ['1998年', '一九九八年'],
    ['2021年工作', '二〇二一年工作'],
    ['第十二条', '第12条'],
    ['九届二中全会', '第九届中央委员会第二次全体会议'],
    ['碳达峰碳中和', '碳达峰、碳中和'],
    ['大众创业万众创新', '大众创业、万众创新'],
    ['第12条', '第十二条'],
    ['第105次', '第一百零五次'],
    ['三年行动计划', '3年行动计划'],
    ['8月', '八月'],
    ['七天', '七日'],
    ['七天', '7日'],
    ['七天', '7天'],
    ['15天', '15日'],
    ['百分之三十', '30%'],
    ['30%', '百分之三十'],
    ['国发〔2021〕5号', '国发[2021]第5号'],
    ['国发〔2021〕5号', '国发[2021]05号'],
    ['国令第711号', '国务院令第711号'],
    ['国务院令第711号', '国令第711号'],
    ['国务院令第711号', '国务院第711号令'],
    ['主席令第73号', '第七十三号主席令'],
    ['主席令第73号', '主席令第七十三号'],
  ])('of %s have %s', (run, variant) => expect(variantsOf(normalize(run))).toContain(variant))

  it.each(['', '招商引资', '统一项目', '十四五', '一', '12021年级', 'pm2.5', '5g', '3.2021', '一带一路', '万里'])(
    'of %j are none',
    (run) => expect(variantsOf(run)).toEqual([]),
  )

  it('set off a part of a word in quotation marks, or its halves by a 、', () => {
    expect(setOff('三公经费')).toEqual(['"三公"经费'])
    expect(setOff('十四五规划')).toContain('"十四五"规划')
    expect(setOff('双随机一公开')).toContain('双随机、一公开')
    for (const none of ['经费', '三公', 'pm2.5', '第14个五年', '国民经济和社会发展'])
      expect(setOff(none), none).toEqual([])
  })

  it('count years of age as laws do', () => {
    expect(variantsOf('18岁')).toEqual(expect.arrayContaining(['十八周岁', '18周岁', '十八岁']))
    expect(variantsOf('3倍')).toContain('三倍')
  })

  it('are few, normalised and different', () => {
    const piece = fc.constantFrom(
      ...'二〇零一九八十百2018年月日第条次%号[]国发令',
      '百分之',
      '2021',
      '二〇二一',
      '国发[2021]5号',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const run = normalize(pieces.join(''))
        const variants = variantsOf(run)
        expect(variants.length).toBeLessThanOrEqual(MAX_VARIANTS)
        expect(new Set([run, ...variants]).size).toBe(variants.length + 1)
        for (const variant of variants) expect(normalize(variant)).toBe(variant)
      }),
      { numRuns: 1000 },
    )
  })
})
