import { beforeAll, describe, expect, it } from 'vitest'
import { parseQuery } from './query.js'
import { formsOf, understand, type UnderstoodQuery } from './terms.js'
import { warmUp } from './words.js'

// The dictionary takes seconds to load on a busy machine.
beforeAll(warmUp)

const PASSAGES = 1000

/** Understands a query over an archive in which each string has the given number of passages, every other one none. */
function over(frequencies: Record<string, number>, q: string): Promise<UnderstoodQuery> {
  const lookup = { frequencies: (runs: readonly string[]) => Promise.resolve(runs.map((run) => frequencies[run] ?? 0)) }
  return understand(parseQuery(q, ''), lookup, PASSAGES)
}

const runs = ({ required }: UnderstoodQuery): string[][] =>
  required.flatMap((group) => group.map(({ terms }) => terms.map(({ run }) => run)))

describe('understand', () => {
  it('weighs a term by the inverse of its frequency, in the form that stays positive', async () => {
    const { required } = await over({ 药港: 9 }, '"药港"')
    expect(required[0]![0]!.terms).toMatchObject([{ run: '药港', weight: Math.log(1 + 991.5 / 9.5), exact: true }])
    const [everywhere] = (await over({ 工作: PASSAGES }, '工作')).required[0]![0]!.terms
    expect(everywhere!.weight).toBeGreaterThan(0)
  })

  it('takes for one word what the archive hardly has apart', async () => {
    const together = await over({ 营商: 100, 环境: 200, 营商环境: 90 }, '营商环境')
    expect(runs(together)).toEqual([['营商环境']])
    expect(together.required[0]![0]!.terms[0]!.exact).toBe(true)
  })

  it('asks for a word that it does not have in pieces, where it has these, but never what is quoted', async () => {
    expect(runs(await over({ 代课: 5, 老师: 100 }, '代课老师'))).toEqual([['代课', '老师']])
    expect(runs(await over({ 代课: 5, 老师: 100 }, '"代课老师"'))).toEqual([['代课老师']])
    expect(runs(await over({}, '代课老师'))).toEqual([['代课老师']])
  })

  it('asks for a saying that was cut across its comma in pairs of characters', async () => {
    const held = { 路虽: 4, 虽远: 6, 行则: 5 }
    const saying = await over(held, '路虽远行则将至')
    expect(runs(saying)).toEqual([['路虽', '行则', '虽远']])
    expect(saying.required[0]![0]!).toMatchObject({ isQuestion: true, absent: [] })
    expect(runs(await over({ ...held, 远行: 8 }, '路虽远行则将至'))).toEqual([['远行']])
    expect(runs(await over({ 路虽: 4 }, '路虽远行则将至'))).toEqual([['远行']])
  })

  it('weighs what is asked of something for less than the thing', async () => {
    const [unit] = (await over({ 选举: 50, 程序: 50 }, '选举程序')).required[0]!
    expect(unit!.hasAspect).toBe(true)
    const weights = new Map(unit!.terms.map(({ run, weight }) => [run, weight]))
    expect(weights.get('程序')).toBeLessThan(weights.get('选举')!)
  })

  it('asks for no half of a Latin word, and for a word as texts set off a part of it', async () => {
    expect(runs(await over({ sa: 5, rs: 100 }, 'SARS'))).toEqual([['sars']])
    const set = await over({ '"三公"经费': 80, 三公经费: 5, 三公: 90, 经费: 200 }, '三公经费')
    expect(runs(set)).toEqual([['三公经费']])
    expect(set.required[0]![0]!.terms[0]!.variants).toEqual(['"三公"经费'])
  })

  it('takes for two what it has apart, the rarer one first', async () => {
    expect(runs(await over({ 电梯: 300, 补贴: 100, 电梯补贴: 5 }, '电梯补贴'))).toEqual([['补贴', '电梯']])
  })

  it('does not drop a character that makes another thing of a word', async () => {
    const frequencies = { 中国: 900, 中国梦: 30, 国梦: 30, 实现: 400, 提出: 300 }
    expect(runs(await over(frequencies, '中国梦'))).toEqual([['中国梦']])
    expect(runs(await over(frequencies, '我的中国梦'))).toEqual([['中国梦']])
    // Hardly there, with the word alone after it; what the archive does not have so; what only stands beside a word.
    expect(runs(await over({ 强国: 90, 强国梦: 6 }, '强国梦'))).toEqual([['强国梦', '强国']])
    expect(runs(await over({ 中国: 900 }, '中国梦'))).toEqual([['中国']])
    expect(runs(await over({ 辞职: 40, 辞职后: 12 }, '辞职后'))).toEqual([['辞职']])
  })

  it('keeps a word that has others listed for it, whatever character stands beside it', async () => {
    expect(runs(await over({ 养狗: 20, 养狗证: 2, 养犬: 90 }, '养狗证'))).toEqual([['养狗']])
  })

  it('joins neighbours that cohere within a longer query', async () => {
    const frequencies = { 电梯: 100, 补贴: 100, 申请: 300, 电梯补贴: 80 }
    expect(runs(await over(frequencies, '电梯补贴怎么申请'))).toEqual([['电梯补贴', '申请']])
  })

  it('takes for one word what synonyms are listed for, and for as frequent as these where it does not occur', async () => {
    const understood = await over({ 驾车: 40, 处罚: 100, 饮酒后驾驶: 5 }, '酒后驾车怎么处罚')
    expect(runs(understood)).toEqual([['酒后驾车', '处罚']])
    expect(understood.required[0]![0]!.terms[0]).toMatchObject({ count: 5, synonyms: [{ run: '饮酒后驾驶' }] })
    // By itself, too, however often they do.
    const [alone] = (await over({ 饮酒后驾驶: 500 }, '酒后驾车')).required[0]![0]!.terms
    expect(alone).toMatchObject({ run: '酒后驾车', synonyms: [{ run: '饮酒后驾驶' }] })
  })

  it('takes for a question what asks, and what is longer than two words', async () => {
    const isQuestion = async (q: string): Promise<boolean> =>
      (await over({ 电梯: 300, 补贴: 100, 申请: 300 }, q)).required[0]![0]!.isQuestion
    expect(await isQuestion('电梯补贴')).toBe(false)
    expect(await isQuestion('电梯补贴怎么办')).toBe(true)
    expect(await isQuestion('电梯补贴申请')).toBe(true)
  })

  it('takes a question that is typed in pieces for one, and requires what is typed apart otherwise', async () => {
    const frequencies = { 工伤: 100, 申请: 300, 低保: 50 }
    expect(runs(await over(frequencies, '工伤 怎么办'))).toEqual([['工伤']])
    expect(runs(await over(frequencies, '低保 怎么申请'))).toEqual([['低保', '申请']])
    expect(runs(await over(frequencies, '低保 申请'))).toEqual([['低保'], ['申请']])
    // What is quoted stays apart.
    expect(runs(await over(frequencies, '"低保" 怎么申请'))).toEqual([['低保'], ['申请']])
  })

  it('bridges two words only where the archive has both side by side', async () => {
    const frequencies = { 辞退: 60, 单位: 300, 退赔: 30 }
    expect(runs(await over(frequencies, '单位辞退赔多少'))[0]).not.toContain('退赔')
    expect(runs(await over({ ...frequencies, 辞退赔: 20 }, '单位辞退赔多少'))[0]).toContain('退赔')
  })

  it('makes no word of which a part has other words for it, where these are needed', async () => {
    const frequencies = { 个人所得税: 100, 起征点: 20, 个人所得税起征点: 15, 减除费用: 9 }
    expect(runs(await over(frequencies, '个人所得税起征点是多少'))).toEqual([['起征点', '个人所得税']])
    expect(runs(await over(frequencies, '个人所得税起征点'))).toEqual([['个人所得税起征点']])
  })

  it('finds a text by its full name, too, however often others call it by the short one', async () => {
    const name = '道路交通安全法'
    const [term] = (await over({ 道交法: 200, [name]: 50 }, '道交法')).required[0]![0]!.terms
    expect(term!.synonyms).toMatchObject([{ run: name }])
  })

  it('takes a question with one word, hardly there, for the wording of one', async () => {
    const unit = async (count: number) => (await over({ 无人机: count }, '无人机怎么办')).required[0]![0]!
    expect(await unit(2)).toMatchObject({ asks: true, isQuestion: true, terms: [{ exact: false }] })
    expect(await unit(200)).toMatchObject({ asks: true, isQuestion: false, terms: [{ exact: true }] })
  })

  it('lets what the archive has not decide nothing, unless there is nothing else', async () => {
    expect(runs(await over({ 补贴: 100 }, '电梯补贴'))).toEqual([['补贴']])
    expect(runs(await over({}, '电梯补贴'))[0]!.toSorted()).toEqual(['电梯', '补贴'].toSorted())
  })

  it('keeps groups, alternatives and exclusions apart', async () => {
    const understood = await over({}, '"甲" OR "乙" "丙" -丁')
    expect(understood.required.map((group) => group.map(({ unit }) => unit.run))).toEqual([['甲', '乙'], ['丙']])
    expect(understood.excluded.map(({ run }) => run)).toEqual(['丁'])
  })

  it('asks a long question by a bounded number of terms, by falling weight', async () => {
    const q = '请问老旧小区加装电梯申请财政补贴需要提供身份证明房产证明施工合同竣工验收报告吗'
    const [terms] = (await over({ 电梯: 10, 补贴: 20, 申请: 30, 证明: 40, 合同: 50 }, q)).required[0]!.map(
      (unit) => unit.terms,
    )
    expect(terms!.length).toBeLessThanOrEqual(10)
    const weights = terms!.map(({ weight }) => weight)
    expect(weights).toEqual(weights.toSorted((a, b) => b - a))
  })

  it('finds numerals in the other way of writing, in words and not in quotations', async () => {
    const frequencies = { '2021年': 20, 二〇二一年: 30 }
    const [year] = (await over(frequencies, '二〇二一年')).required[0]![0]!.terms
    expect(formsOf(year!)).toEqual([
      { run: '二〇二一年', share: 1 },
      { run: '2021年', share: 1 },
    ])
    const [quoted] = (await over(frequencies, '"二〇二一年"')).required[0]![0]!.terms
    expect(formsOf(quoted!)).toEqual([{ run: '二〇二一年', share: 1 }])
  })

  it('looks for a rare word in others, too, and for a common one only within a question', async () => {
    const found = async (frequencies: Record<string, number>, q: string): Promise<string[]> =>
      (await over(frequencies, q)).required[0]![0]!.terms.flatMap(formsOf).map(({ run }) => run)
    expect(await found({ 养狗: 2, 养犬: 50 }, '养狗')).toEqual(['养狗', '养犬'])
    expect(await found({ 养狗: 40, 养犬: 50 }, '养狗')).toEqual(['养狗'])
    expect(await found({ 养狗: 2, 养犬: 50 }, '"养狗"')).toEqual(['养狗'])
    expect(await found({ 养狗: 40, 养犬: 50, 登记: 70, 罚款: 60 }, '养狗登记罚款')).toContain('养犬')
  })

  it('does not take a part of a word that the archive has for the same', async () => {
    const held = await over({ 失业保险金: 3, 失业金: 2, 领取: 9, 条件: 9 }, '失业保险金领取条件')
    expect(formsOf(held.required[0]![0]!.terms[0]!)).toHaveLength(2)
    const part = await over({ 基本养老保险: 3, 养老保险: 20, 缴费: 9, 年限: 9 }, '基本养老保险缴费年限')
    const term = part.required[0]![0]!.terms.find(({ run }) => run === '基本养老保险')!
    expect(term.synonyms).toEqual([])
    // Where there is nothing else to look for, a part will do.
    const plan = async (held: Record<string, number>) =>
      (await over(held, '十四五规划')).required[0]![0]!.terms.flatMap(({ synonyms }) => synonyms.map(({ run }) => run))
    expect(await plan({ 十四五: 9, 第十四个五年规划: 4 })).toEqual(['第十四个五年规划'])
    expect(await plan({ 十四五: 9 })).toEqual(['十四五'])
  })

  it('asks for the parts of a word that the archive does not have', async () => {
    expect(runs(await over({ 代课: 5, 老师: 30, 补助: 20 }, '代课老师补助'))[0]!.toSorted()).toEqual(
      ['代课', '老师', '补助'].toSorted(),
    )
  })
})
