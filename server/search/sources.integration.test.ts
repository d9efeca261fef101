import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeFolder, temporaryFolder, writeFiles } from '../../e2e/support/folder.js'
import { recordFiles } from '../../e2e/support/record.js'
import { openSampleArchive, type SampleArchive } from '../../e2e/support/sample-archive.js'
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
]
const [LAW, WEEK, NEWS, OLD, NEW] = RECORDS.map(({ index }) => index.replace('/', '-'))

let archive: SampleArchive
let folder: string

beforeAll(async () => {
  folder = await temporaryFolder()
  archive = await openSampleArchive([await writeFiles(folder, recordFiles(RECORDS))])
})

afterAll(async () => {
  await archive.close()
  await removeFolder(folder)
})

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

  it('that says nothing of the time is answered by the newer of two reports that say the same', async () => {
    const ids = await found('新型储能电站建成多少')
    expect(ids.slice(0, 2)).toEqual([NEW, OLD])
  })
})
