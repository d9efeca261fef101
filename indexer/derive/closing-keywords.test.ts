import { expect, it } from 'vitest'
import { closingKeywords } from './closing-keywords.js'

it('is the line of keywords at the end of a text', () => {
  const text = ['关于防火的通知', '正文。', '青河县人民政府', '二〇〇八年三月五日']
  expect(closingKeywords([...text, '主题词：林业　防火　通知', '抄送：县委办公室。'])).toBe('林业　防火　通知')
  expect(closingKeywords([...text, '主 题 词： 林业 防火'])).toBe('林业 防火')
})

it('is no sentence on keywords, and no line far above the end', () => {
  expect(closingKeywords(['主题词：应当从《公文主题词表》选用。'])).toBeNull()
  expect(closingKeywords(['主题词：林业', ...Array<string>(20).fill('正文。')])).toBeNull()
})
