import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { isDenied } from './deny.js'
import { synonymsOf } from './synonyms.js'
import { parseWordList, readWordList, useOperatorWords } from './word-file.js'

const folders: string[] = []

function operatorFolder(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhengyan-words-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content)
  return folder
}

afterEach(() => {
  useOperatorWords(null)
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

describe('parseWordList', () => {
  it('takes words parted by spaces or 、, normalised, without comments and empty lines', () => {
    expect(parseWordList('# 说明\r\n低保、最低生活保障　# 民政\n\n  養狗 ＡＢ\n')).toEqual([
      ['低保', '最低生活保障'],
      ['养狗', 'ab'],
    ])
  })
})

describe('synonymsOf', () => {
  it.each([
    ['养狗', '犬只'],
    ['犬只', '养狗'],
    ['低保', '最低生活保障'],
    ['社保', '社会保险'],
    ['老人', '老年人'],
    ['环保', '环境保护'],
    ['城管', '城市管理'],
    ['楼堂馆所', '办公楼'],
    ['WTO', '世界贸易组织'],
    ['超员', '超过核定人数'],
  ])('knows that %s may be written %s', (word, other) => {
    expect(synonymsOf(word)).toContain(other)
  })

  it('answers in either script alike, and with nothing for what is not listed', () => {
    expect(synonymsOf('養狗')).toEqual(synonymsOf('养狗'))
    expect(synonymsOf('青梧区')).toEqual([])
  })

  it('never gives the word itself, and makes no chain of groups that share a word', () => {
    useOperatorWords(operatorFolder({ 'synonyms.txt': '甲词 乙词\n乙词 丙词\n' }))
    expect(synonymsOf('乙词')).toEqual(['甲词', '丙词'])
    expect(synonymsOf('甲词')).toEqual(['乙词'])
  })

  it('adds the words of the operator to those of the project', () => {
    useOperatorWords(operatorFolder({ 'synonyms.txt': '养狗 饲犬\n' }))
    expect(synonymsOf('养狗')).toEqual(expect.arrayContaining(['犬只', '饲犬']))
  })
})

describe('the list of synonyms', () => {
  it('has groups of two and more different words, each group once', () => {
    const groups = readWordList('synonyms')
    expect(groups.length).toBeGreaterThanOrEqual(150)
    expect(groups.filter((group) => new Set(group).size < 2 || new Set(group).size !== group.length)).toEqual([])
    const keys = groups.map((group) => [...group].sort().join(' '))
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })
})

describe('isDenied', () => {
  it('finds a denied word within a text, in either script, and those of the operator', () => {
    expect(isDenied('关于打击賣淫活动的通知')).toBe(true)
    for (const title of ['关于加装电梯的通知', '保障农民工工资支付条例', '二〇二三年工作要点'])
      expect(isDenied(title)).toBe(false)
    useOperatorWords(operatorFolder({ 'deny.txt': '电梯\n' }))
    expect(isDenied('关于加装电梯的通知')).toBe(true)
  })
})
