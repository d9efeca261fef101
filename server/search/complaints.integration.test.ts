import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordFiles } from '../../e2e/support/record.js'
import { openSampleArchiveWith, type SampleArchive } from '../../e2e/support/sample-archive.js'
import { newSearch } from '../params.js'
import type { SearchResult } from './types.js'

/**
 * What users of Meilisearch have reported about Chinese, each by the number of its thread, with what they searched for
 * in texts like theirs. Each of them found too little, too much, or saw the wrong characters marked. The sample archive
 * stands beside these texts, so that nothing is found for want of anything else.
 */
let archive: SampleArchive

const BANKS = ['中国人民银行', '中国农业银行', '中国农业发展银行', '工商银行', '建设银行', '交通银行股份有限公司']
const GUESTS = [
  ...['招商证券', '招商证券股份有限公司', '招商基金管理有限公司', '招商财富资产管理有限公司', '招商蛇口'],
  ...['招商-平安金融中心', '招商基金-杭州运河网谷', '招商产业', '招商信雅达蛇口招商局', '招商国际信息'],
]
const OTHERS = {
  pending: '待处理',
  building: '在建工程',
  simple: '安装简单，没有复杂的配置：省心',
  toolbox: '测试工具箱',
  dragon: '永永远远是龙的传人',
  bag: '小化妆包',
  otherBag: 'Ipad 包',
  david: '大卫到了扫罗那里，就侍立在扫罗面前。扫罗甚喜爱他，他就作了扫罗拿兵器的人。',
  machine: '这是一个正常的虚拟机数据',
  oddMachine: '虚拟机 a : a : a',
}

/** Where a text stands, by the order it was given in: each is the whole text of a document with a title of its own. */
const TEXTS = [...BANKS, ...GUESTS, ...Object.values(OTHERS)]
const idOf = (text: string): string => `700700100-2024-${String(TEXTS.indexOf(text) + 1).padStart(5, '0')}`

beforeAll(async () => {
  const records = TEXTS.map((text, index) => ({
    index: `700700100/2024-${String(index + 1).padStart(5, '0')}`,
    title: `第${index + 1}件`,
    issuer: '甲',
    text: [text],
  }))
  archive = await openSampleArchiveWith(recordFiles(records))
})

afterAll(() => archive.close())

const search = (q: string): Promise<SearchResult> => archive.archive.search(newSearch({ q, perPage: 100 }))

/** Our texts among what a query finds, in the order they were given in. */
async function found(q: string): Promise<string[]> {
  const { hits } = await search(q)
  const ids = new Set(hits.map(({ id }) => id))
  return TEXTS.filter((text) => ids.has(idOf(text)))
}

/** All that is marked in what is shown of one text. */
async function markedIn(q: string, text: string): Promise<string[]> {
  const hit = (await search(q)).hits.find(({ id }) => id === idOf(text))
  return (hit?.snippets ?? []).flatMap(({ text: shown, marks }) => marks.map(([from, to]) => shown.slice(from, to)))
}

const having = (part: string): string[] => TEXTS.filter((text) => text.includes(part))

describe('complaints about Chinese', () => {
  it('meilisearch#4874: 处理 finds 待处理, 工程 finds 在建工程', async () => {
    expect(await found('待处理')).toEqual([OTHERS.pending])
    expect(await found('处理')).toEqual([OTHERS.pending])
    expect(await found('工程')).toEqual([OTHERS.building])
  })

  it('meilisearch#4935: parts of the names of banks find all of them', async () => {
    for (const q of ['银行', '农业', '农业银行', '发展银行', '中国', '中国银行', '人民', '农业发展']) {
      expect({ q, found: await found(`"${q}"`) }).toEqual({ q, found: having(q) })
    }
    expect(await found('银行')).toEqual(BANKS)
    expect(await found('农业')).toEqual(['中国农业银行', '中国农业发展银行'])
    expect(await found('中国 银行')).toEqual(['中国人民银行', '中国农业银行', '中国农业发展银行'])
  })

  it('meilisearch#2499: 简单 finds 安装简单', async () => {
    expect(await found('简单')).toEqual([OTHERS.simple])
    expect(await markedIn('简单', OTHERS.simple)).toEqual(['简单'])
  })

  it('meilisearch#2632: 测试, 工具箱 and 工具 find 测试工具箱', async () => {
    for (const q of ['测试', '工具箱', '工具', '测试工具箱', '试工'])
      expect({ q, found: await found(q) }).toEqual({ q, found: [OTHERS.toolbox] })
  })

  it('charabia#226: the words inside 永永远远 and 龙的传人 are found', async () => {
    for (const q of ['永远', '远远', '永永远远', '传人', '龙的传人', '永永远远是龙的传人'])
      expect({ q, found: await found(q) }).toEqual({ q, found: [OTHERS.dragon] })
  })

  it('charabia#338: every word that a search-mode cut of 中国农业发展银行 has finds it', async () => {
    for (const q of ['中国', '农业', '发展', '银行', '农业发展银行', '农业 银行'])
      expect(await found(q)).toContain('中国农业发展银行')
  })

  it('meilisearch#1714: any part of 小化妆包 in quotation marks finds it', async () => {
    for (const q of ['化妆', '小化妆', '化妆包', '小化妆包', '小'])
      expect({ q, found: await found(`"${q}"`) }).toEqual({ q, found: [OTHERS.bag] })
    expect(await found('"包"')).toEqual([OTHERS.bag, OTHERS.otherBag])
    expect(await found('包')).toEqual([OTHERS.bag, OTHERS.otherBag])
  })

  it('meilisearch#5015: words together, exclusion and several phrases find what they say', async () => {
    const companies = GUESTS.filter((name) => name.includes('公司'))
    expect(await found('招商 公司')).toEqual(companies)
    expect(await found('招商 -公司')).toEqual(GUESTS.filter((name) => !name.includes('公司')))
    expect(await found('"招商基金" "公司"')).toEqual(['招商基金管理有限公司'])
    expect(await found('招商 -"平安金融"')).toEqual(GUESTS.filter((name) => !name.includes('平安金融')))
  })

  it('meilisearch#3526: 大卫 is marked, and no character after it', async () => {
    expect(await markedIn('大卫', OTHERS.david)).toEqual(['大卫'])
    expect(await markedIn('扫罗', OTHERS.david)).toEqual(['扫罗', '扫罗', '扫罗', '扫罗'])
  })

  it('meilisearch#2091: 虚拟机 is found and marked in both of their texts', async () => {
    expect(await found('虚拟机')).toEqual([OTHERS.machine, OTHERS.oddMachine])
    expect(await markedIn('虚拟机', OTHERS.machine)).toEqual(['虚拟机'])
    expect(await markedIn('虚拟机', OTHERS.oddMachine)).toEqual(['虚拟机'])
  })
})
