import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bareDocument, buildArchive, type ThrowAwayArchive } from '../../e2e/evaluate/throw-away-archive.js'
import type { DocumentContent } from '../../indexer/contract/document.js'

const texts: [title: string, text: string, changes?: Partial<DocumentContent>][] = [
  [
    '关于优化营商环境的意见',
    '优化营商环境，深化放管服改革。',
    { doc_number: '青政发〔2021〕5号', issuer: '青梧区人民政府' },
  ],
  ['关于营商环境评价的通知', '营商环境评价每年一次。', { issuer: '青梧区人民政府' }],
  ['营业执照办理指南', '办理营业执照要带身份证。', { issuer: '市场监督管理局' }],
  ['关于严厉打击卖淫嫖娼的通告', '严厉打击。', { issuer: '公安局' }],
  ['老旧小区改造方案', '老旧小区改造，营商环境。', { issuer: '住房和城乡建设局' }],
  ['国营商业网点名录', '国营商业。', { issuer: '商务局、财政局' }],
  ['中华人民共和国测候法实施条例', '测候。'],
  ['中华人民共和国测候法', '测候。'],
  ['一份长报告', `${'其他各项工作按计划推进。'.repeat(200)}坚持房住不炒，国内生产总值增长。`],
  ['加装电梯指南', '老旧小区加装电梯。', { issuer: '住房和城乡建设局' }],
]

let archive: ThrowAwayArchive

async function* documents(): AsyncGenerator<DocumentContent> {
  for (const [index, [title, text, changes]] of texts.entries()) {
    yield { ...bareDocument(`s${index}`, title, text), ...changes }
  }
}

beforeAll(async () => {
  archive = await buildArchive(documents())
})
afterAll(() => archive.close())

const suggested = async (typed: string): Promise<string[]> =>
  (await archive.archive.suggest(typed)).map(({ text }) => text)

describe('suggestions', () => {
  it('complete what is typed: words first, then bodies, numbers and titles', async () => {
    expect(await suggested('营商')).toEqual(['营商环境', '关于优化营商环境的意见', '关于营商环境评价的通知'])
    expect((await suggested('青梧'))[0]).toBe('青梧区人民政府')
  })

  it('begin with a word, and with the law before the rules for it', async () => {
    expect(await suggested('营商')).not.toContain('国营商业网点名录')
    expect(await suggested('测候法')).toEqual(['中华人民共和国测候法', '中华人民共和国测候法实施条例'])
  })

  it('offer each body of several that have issued a document together', async () => {
    expect(await suggested('财政')).toEqual(['财政局'])
  })

  it('find what contains the characters, in either script', async () => {
    expect(await suggested('小區')).toEqual(expect.arrayContaining(['老旧小区', '老旧小区改造方案']))
    expect(await suggested('環')).toContain('营商环境')
  })

  it.each(['yingshang', 'ying shang', 'yingshanghuanj', 'yshj', 'huanjing', 'YingShang'])(
    'read %s as pinyin',
    async (typed) => expect(await suggested(typed)).toContain('营商环境'),
  )

  it.each(['青政发2021', '青政发〔2021〕', '青政发[2021]5'])('find the document number %s', async (typed) => {
    expect(await suggested(typed)).toContain('青政发〔2021〕5号')
  })

  it('have words of the lists that stand in the archive, also by another name', async () => {
    expect(await suggested('房住')).toEqual(['房住不炒'])
    expect(await suggested('gdp')).toEqual(['国内生产总值', '生产总值'])
    expect(await suggested('最低')).toEqual([])
  })

  it('never offer what is on the deny list, nor what is typed already', async () => {
    expect(await suggested('关于严厉打击')).toEqual([])
    expect(await suggested('yldj')).toEqual([])
    expect(await suggested('营商环境')).not.toContain('营商环境')
  })

  it('have nothing for nothing, for what is too long, and for what the archive does not have', async () => {
    for (const typed of ['', '  ', '营'.repeat(60), '航空母舰', 'zzz', '（）'])
      expect(await suggested(typed)).toEqual([])
  })
})
