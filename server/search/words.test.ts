import { describe, expect, it } from 'vitest'
import { readWordList } from '../../indexer/contract/words/word-file.js'
import { isFunctionWord, queryWords } from './words.js'

const words = (query: string): string[] => queryWords(query).map(({ word }) => word)

describe('queryWords', () => {
  it('drops no word that synonyms are listed for', () => {
    expect(readWordList('synonyms').flat().filter(isFunctionWord)).toEqual([])
  })

  it('keeps words whole that synonyms are listed for', () => {
    expect(words('高空抛物谁负责')).toEqual(['高空抛物', '谁负责'])
  })

  it('finds them where the cut has put their end into a word that there is not', () => {
    expect(words('醉驾判几年')).toEqual(['醉驾', '判几年'])
  })

  it('finds a phrase of them whose end, and a function word, make a word that there is', () => {
    expect(words('罚款不交会怎么样')).toEqual(['罚款不交', '会', '怎么样'])
  })

  it('keeps a numeral together with what it counts', () => {
    expect(words('缴费年限15年')).toContain('15年')
    expect(words('18岁以下')[0]).toBe('18岁')
  })

  it('keeps percentages and the numbers of articles whole, which stand for little without their signs', () => {
    expect(words('税率3%')).toEqual(['税率', '3%'])
    expect(words('3.5‰以下')).toEqual(['3.5‰', '以下'])
    expect(words('劳动法第38条规定')).toEqual(['劳动法', '第38条', '规定'])
    expect(words('第3章')).toEqual(['第3章'])
  })

  it('keeps a sign of Latin letters and figures whole, beside words and years', () => {
    expect(words('雾霾pm2.5')).toEqual(['雾霾', 'pm2.5'])
    expect(words('covid-19')).toEqual(['covid-19'])
    expect(words('5g基站')).toEqual(['5g', '基站'])
    expect(words('1:1')).toEqual(['1:1'])
    expect(words('80后')).toEqual(['80后'])
    expect(words('2023年gdp')).toEqual(['2023年', 'gdp'])
    expect(words('2021gdp')).toEqual(['2021', 'gdp'])
  })

  it('takes no end of a word that there is', () => {
    expect(words('主办事项')).toEqual(['主办', '事项'])
  })

  it('makes verbs one again that a question has taken apart', () => {
    expect(words('春节放几天假')).toEqual(['春节', '放假', '几天'])
    expect(words('闯红灯罚多少款')).toEqual(['闯红灯', '罚款', '多少'])
  })

  it('takes auxiliaries from the words that they stick to, and nothing from others', () => {
    expect(words('定金最多能收多少')).toEqual(['定金', '最多', '能', '收', '多少'])
    expect(words('考核分哪几个等次')).toEqual(['考核', '分', '哪几个', '等次'])
  })

  it('knows how people ask', () => {
    const asking = (query: string): string[] => queryWords(query).flatMap(({ word, asks }) => (asks ? [word] : []))
    expect(asking('开车打电话违法吗')).toEqual(['违法吗'])
    expect(asking('老板不给工资咋办')).toEqual(['咋办'])
    expect(asking('路上摔伤算不算工伤')).toEqual(['算不算'])
    // What is asked about is no question.
    expect(queryWords('违法建筑').filter(({ isContent }) => isContent)).not.toEqual([])
  })

  it('takes a question about a crime for one about the deed', () => {
    expect(queryWords('盗窃罪判几年').map(({ word }) => word)).toEqual(['盗窃', '判几年'])
    expect(queryWords('盗窃罪').map(({ word }) => word)).toEqual(['盗窃罪'])
    expect(words('共同犯罪怎么处罚').join('')).toContain('犯罪')
  })

  it('tells the words that ask from what is asked about', () => {
    expect(queryWords('年假有几天').filter(({ asks }) => asks)).toMatchObject([{ word: '几天', isContent: false }])
    expect(queryWords('什么情况下可以取公积金').filter(({ asks }) => asks)).toMatchObject([{ word: '什么情况' }])
    expect(queryWords('村长怎么产生').find(({ word }) => word === '产生')).toMatchObject({ isContent: true })
    expect(queryWords('公积金最低交百分之几').filter(({ asks }) => asks)).toMatchObject([{ word: '百分之几' }])
    // What synonyms are listed for is answered in their words.
    expect(queryWords('醉驾判几年').filter(({ asks }) => asks)).toMatchObject([{ word: '判几年', isContent: true }])
  })
})
