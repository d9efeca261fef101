import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordFiles } from '../../e2e/support/record.js'
import { openSampleArchiveWith, type SampleArchive } from '../../e2e/support/sample-archive.js'
import { newSearch } from '../params.js'

/**
 * What kind of text answers: rules, those who govern, and the press tell of the same things in the same words. The sample
 * archive stands beside these texts.
 */
const PRESS = { issuer: '青梧广播电视台', validity: '未标注' }
const RECORDS = [
  {
    index: '700700300/2024-00001',
    title: '中华人民共和国道路交通安全法',
    issuer: '全国人大常委会',
    text: ['第一条 为了维护秩序，制定本法。', '第九十一条 饮酒后驾驶机动车的，处一千元以上二千元以下罚款。'],
  },
  {
    index: '700700300/2024-00002',
    title: '道交法宣传周启动',
    ...PRESS,
    text: ['道交法宣传周今天启动，道交法走进社区，交警宣讲道交法。', '市民现场提问，酒驾、醉驾有什么后果。'],
  },
  {
    index: '700700300/2024-00003',
    title: '交警开展夜间整治',
    ...PRESS,
    text: ['交警昨夜在城区路口设卡检查，有驾驶人因饮酒后驾驶受到处罚。'],
  },
  {
    index: '700700300/2010-00004',
    title: '2010年经济形势报告',
    validity: '未标注',
    date: '2010-01-10',
    text: ['新型储能电站建成三座，总装机二十万千瓦。'],
  },
  {
    index: '700700300/2026-00005',
    title: '2026年经济形势报告',
    validity: '未标注',
    date: '2026-01-10',
    text: ['新型储能电站建成九座，总装机二百万千瓦。'],
  },
  {
    index: '700700300/1979-00006',
    title: '中华人民共和国刑法',
    issuer: '全国人大常委会',
    text: [
      '第四十五条 有期徒刑的期限，为六个月以上十五年以下。',
      '第二百六十四条 盗窃公私财物，数额较大的，处三年以下有期徒刑、拘役或者管制。',
    ],
  },
  {
    index: '700700300/2011-00007',
    title: '中华人民共和国刑法修正案（八）',
    issuer: '全国人大常委会',
    text: ['将刑法第二百六十四条修改为：盗窃公私财物，数额较大的，处三年以下有期徒刑、拘役或者管制。'],
  },
  {
    index: '700700300/2023-00008',
    title: '盗窃罪案件公开宣判',
    ...PRESS,
    text: ['法院公开宣判一起盗窃罪案件，盗窃罪被告人当庭认罪。'],
  },
  {
    index: '700700300/2016-00009',
    title: '青梧区停车场管理办法（2016年）',
    validity: '已修改',
    text: ['停车场收费应当明码标价，停车场应当备案。'],
  },
  {
    index: '700700300/2023-00010',
    title: '青梧区停车场管理办法（2023年修订）',
    validity: '有效',
    text: ['经营性停车设施实行分类管理，由城市管理部门负责监督检查，费用按照规定收取。'],
  },
]
const [LAW, WEEK, NEWS, OLD, NEW, PENAL_LAW, AMENDMENT, TRIAL, REPLACED, IN_FORCE] = RECORDS.map(({ index }) =>
  index.replace('/', '-'),
)

let archive: SampleArchive

beforeAll(async () => {
  archive = await openSampleArchiveWith(recordFiles(RECORDS))
})

afterAll(() => archive.close())

const found = async (q: string): Promise<string[]> =>
  (await archive.archive.search(newSearch({ q }))).hits.map(({ id }) => id)

describe('a short name', () => {
  it('finds what is called so in full, before texts that only use the short one', async () => {
    const ids = await found('道交法')
    expect(ids[0]).toBe(LAW)
    expect(ids).toContain(WEEK)
  })
})

describe('a question', () => {
  it('is answered by the rule before the press that tells of it', async () => {
    const ids = await found('酒驾怎么处罚')
    expect(ids[0]).toBe(LAW)
    expect(ids).toContain(NEWS)
  })

  it('about a crime is answered by the law on the deed, before what amended it and what tells of it', async () => {
    const { hits } = await archive.archive.search(newSearch({ q: '盗窃罪判几年' }))
    const ids = hits.map(({ id }) => id)
    expect(ids.slice(0, 2)).toEqual([PENAL_LAW, AMENDMENT])
    expect(ids).toContain(TRIAL)
    expect(hits[0]!.snippets[0]!.text).toMatch(/^第二百六十四条/)
  })

  it('that says nothing of the time is answered by the newer of two reports that say the same', async () => {
    const ids = await found('新型储能电站建成多少')
    expect(ids.slice(0, 2)).toEqual([NEW, OLD])
  })
})

describe('the name of a rule', () => {
  it('finds the version in force first, and another one by its year', async () => {
    const today = await found('停车场管理办法')
    expect(today.indexOf(IN_FORCE!)).toBeLessThan(today.indexOf(REPLACED!))
    expect((await found('停车场管理办法2016年'))[0]).toBe(REPLACED)
  })
})
