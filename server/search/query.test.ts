import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalize } from '../../indexer/contract/normalize.js'
import { isExact, MAX_QUERY_LENGTH, MAX_UNITS, parseQuery, type ParsedQuery } from './query.js'
import { printQuery } from './query-print.js'
import { workOf } from '../../indexer/contract/testing/work.js'

/** The query in short: groups of alternatives, phrases in «», what is excluded after a minus. */
function inShort(q: string): string {
  const { required, excluded } = parseQuery(q, '')
  const groups = required.map((group) => group.map(({ kind, run }) => (kind === 'phrase' ? `«${run}»` : run)).join('/'))
  return [...groups, ...excluded.map(({ run }) => `-${run}`)].join(' ')
}

const notices = (q: string) => parseQuery(q, '').notices

describe('parseQuery', () => {
  it.each([
    ['老旧小区 电梯', '老旧小区 电梯'],
    ['老旧小区　电梯', '老旧小区 电梯'],
    ['國務院 ＰＭ２.５', '国务院 pm2.5'],
    ['-', ''],
    ['2021 - 2025', '2021 2025'],
    ['PM2.5-2021', 'pm2.5-2021'],
    ['，。！', ''],
    ['', ''],
    ['   ', ''],
  ])('reads words: %j as %j', (q, expected) => expect(inShort(q)).toBe(expected))

  it.each([
    ...['"药港"', '“药港”', '”药港“', '„药港‟', '〝药港〞', '〝药港〟', '「药港」', '『药港』', '＂药港＂', '“药港"'],
    '“藥 港”',
  ])('reads %s as a phrase', (q) => {
    expect(inShort(q)).toBe('«药港»')
    expect(notices(q)).toEqual([])
  })

  it.each([
    ['关于"放管服"改革', '关于 «放管服» 改革'],
    ['"甲 乙" "丙"', '«甲乙» «丙»'],
    ['“a b”', '«a b»'],
    ['"，"', '«,»'],
    ['""', ''],
    ['《药港》', '《药港》'],
    ['‘药港’', '«药港»'],
    ['“甲「乙」丙”', '«甲"乙"丙»'],
    ['「甲“乙”丙」', '«甲"乙"丙»'],
    ['《药港》的"规划"', '《药港》的 «规划»'],
    ["it's", "it's"],
  ])('reads %s as %s', (q, expected) => expect(inShort(q)).toBe(expected))

  it.each([
    ['电梯 -补贴', '电梯 -补贴'],
    ['电梯 －补贴', '电梯 -补贴'],
    ['电梯 −補貼', '电梯 -补贴'],
    ['-补贴 电梯', '电梯 -补贴'],
    ['电梯 -"资金 补贴"', '电梯 -资金补贴'],
    ['电梯 -「补贴」 -资金', '电梯 -补贴 -资金'],
    ['电梯 --补贴', '电梯 -补贴'],
    ['电梯 NOT 补贴', '电梯 -补贴'],
    ['电梯 -补贴|资金', '电梯 -补贴 -资金'],
    ['电梯 -补贴 OR 资金', '电梯 -补贴 -资金'],
  ])('leaves out what follows a minus: %s', (q, expected) => expect(inShort(q)).toBe(expected))

  it.each([
    ['甲 OR 乙', '甲/乙'],
    ['甲 ｜ 乙', '甲/乙'],
    ['甲 | 乙', '甲/乙'],
    ['甲｜乙', '甲/乙'],
    ['甲|乙|丙', '甲/乙/丙'],
    ['甲||乙', '甲/乙'],
    ['"甲"|"乙"', '«甲»/«乙»'],
    ['甲 ＯＲ 乙', '甲/乙'],
    ['甲 或 乙', '甲/乙'],
    ['甲或乙', '甲或乙'],
    ['甲|', '甲'],
    ['|甲', '甲'],
    ['甲 AND 乙', '甲 乙'],
    ['甲 AND 乙 OR 丙', '甲 乙/丙'],
    ['甲 或者 乙', '甲/乙'],
    ['甲 OR 乙 OR 丙 丁', '甲/乙/丙 丁'],
    ['丁 甲 OR "乙"', '丁 甲/«乙»'],
    ['OR 甲', '甲'],
    ['甲 OR', '甲'],
    ['甲 OR OR 乙', '甲/乙'],
    ['甲 OR -乙 丙', '甲 丙 -乙'],
    ['甲 or 乙', '甲 or 乙'],
    ['甲 "OR" 乙', '甲 «or» 乙'],
  ])('joins alternatives: %s as %s', (q, expected) => expect(inShort(q)).toBe(expected))

  it.each([
    ['"“十四五”规划"', '«"十四五"规划»'],
    ['““十四五”规划”', '«"十四五"规划»'],
    ['"“双碳”目标" "“十四五”规划" 方案', '«"双碳"目标» «"十四五"规划» 方案'],
    ['"甲“ 乙 “丙"', '«甲» 乙 «丙»'],
    ['"甲“ "乙”', '«甲» «乙»'],
  ])('knows the quotation within one: %s as %s', (q, expected) => expect(inShort(q)).toBe(expected))

  it.each([
    ['"药港', '«药港»', '药港'],
    ['建设 “中华 药港', '建设 «中华药港»', '中华 药港'],
    ['「药港', '«药港»', '药港'],
    ['"甲" "乙', '«甲» «乙»', '乙'],
    ['-"补贴 电梯', '-补贴电梯', '补贴 电梯'],
    ['药港"', '药港', ''],
  ])('understands the open quotation of %j and says so', (q, expected, phrase) => {
    expect(inShort(q)).toBe(expected)
    expect(notices(q)).toContainEqual({ kind: 'unbalanced-quote', phrase, rewrite: printQuery(parseQuery(q, '')) })
  })

  it.each([
    ['甲 OR', 'lone-operator', '甲'],
    ['OR 甲', 'lone-operator', '甲'],
    ['甲 OR OR 乙', 'lone-operator', '甲 OR 乙'],
    ['甲 OR -乙', 'lone-operator', '甲 -"乙"'],
    ['甲 NOT -乙', 'lone-operator', '甲 -"乙"'],
    ['甲 -', 'lone-operator', '甲'],
    ['甲 ""', 'empty-quotes', '甲'],
    ['甲」 乙', 'unbalanced-quote', '甲 乙'],
  ])('says what is odd about %j', (q, kind, rewrite) => {
    expect(notices(q)).toContainEqual(expect.objectContaining({ kind, rewrite }))
    expect(notices(rewrite)).toEqual([])
  })

  it.each(['2021 - 2025', '甲 OR 乙', '"甲" -乙', '甲|乙', '甲 AND 乙'])('has nothing to say to %s', (q) =>
    expect(notices(q)).toEqual([]),
  )

  it.each([
    ['国发〔2021〕5号', '«国发[2021]5号»'],
    ['国发2021 5号 贯彻', '«国发[2021]5号» 贯彻'],
    ['国发（２０２１）第005号 解读', '«国发[2021]5号» 解读'],
    ['关于国发[2021]5号的解读', '关于 «国发[2021]5号» 的解读'],
    ['请问国务院令第 711 号什么时候施行', '请问 «国务院令第711号» 什么时候施行'],
    ['国务院国发〔2021〕5号 解读', '国务院 «国发[2021]5号» 解读'],
    ['国家税务总局公告2021年第6号 解读', '«国家税务总局公告2021年第6号» 解读'],
    ['国务院令711号 修订', '«国务院令第711号» 修订'],
    ['根据国务院第711号令 修订', '根据 «国务院令第711号» 修订'],
    ['发布公告20号起施行', '发布公告20号起施行'],
    ['通知 -国发〔2021〕5号', '通知 -国发[2021]5号'],
    ['国发〔2021〕5号 OR 国发〔2021〕6号', '«国发[2021]5号»/«国发[2021]6号»'],
    ['税务总局公告2021年第5号 解读', '«税务总局公告2021年第5号» 解读'],
    ['"国发2021 5号"', '«国发2021 5号»'],
    ['地铁2021年5号线', '地铁2021年5号线'],
    ['关于印发2021年1号文件的通知', '关于印发2021年1号文件的通知'],
    ['招商引资 2021-8', '招商引资 2021-8'],
    ['令第七号公告〔2021〕5号', '令第七号公告[2021]5号'],
  ])('takes the number in %s for one exact term', (q, expected) => expect(inShort(q)).toBe(expected))

  it.each(['，。', '-补贴', '""', 'OR', '“”-', '\u200b'])('says that %j holds nothing to find', (q) => {
    expect(parseQuery(q, '').required).toEqual([])
    expect(notices(q)).toContainEqual({ kind: 'nothing-to-find' })
  })

  it.each(['', '  ', '\n'])('has nothing to say to %j', (q) => {
    for (const mode of ['', 'exact'] as const) {
      expect(parseQuery(q, mode)).toEqual({ required: [], excluded: [], whole: '', notices: [] })
    }
  })

  it('keeps the whole of a query without operators, and of no other', () => {
    expect(parseQuery('老旧小区 加装電梯', '').whole).toBe('老旧小区加装电梯')
    for (const q of ['甲 -乙', '"甲" 乙', '甲 OR 乙', '“甲']) expect(parseQuery(q, '').whole).toBe('')
  })

  it('takes the whole query as one string in mode exact', () => {
    const exact = (q: string) =>
      parseQuery(q, 'exact').required.map((group) => group.map(({ kind, run }) => [kind, run]))
    expect(exact('招商 -引资 OR 工作')).toEqual([[['phrase', '招商-引资or工作']]])
    expect(exact('“招商引资 工作”')).toEqual([[['phrase', '招商引资工作']]])
    expect(exact('“招商”引资')).toEqual([[['phrase', '"招商"引资']]])
    expect(exact('、')).toEqual([[['phrase', '、']]])
    expect(parseQuery('“招商”', 'exact')).toMatchObject({ whole: '招商', excluded: [], notices: [] })
    expect(parseQuery('《甲-乙》', 'exact').notices).toEqual([])
    for (const q of ['“招商”引资', '招商 -引资', '招商 OR 引资'])
      expect(parseQuery(q, 'exact').notices).toEqual([{ kind: 'operators-in-exact' }])
  })

  it('reads as many characters as it says it does, be they long or short in UTF-16', () => {
    for (const character of ['电', '𠮷']) {
      for (const mode of ['', 'exact'] as const) {
        const { required, notices } = parseQuery(character.repeat(10_000), mode)
        expect(required).toMatchObject([[{ run: character.repeat(MAX_QUERY_LENGTH) }]])
        expect(notices).toEqual([{ kind: 'too-long', limit: MAX_QUERY_LENGTH }])
        expect(parseQuery(character.repeat(MAX_QUERY_LENGTH), mode).notices).toEqual([])
      }
    }
  })

  const piece = fc.oneof(
    fc.constantFrom(
      ...'"“”„‟〝〞〟「」『』‘’＂-－−|｜ 　\n，。《》',
      ' OR ',
      ' 或者 ',
      ' NOT ',
      'AND',
      '\u200b',
      '\ud800',
      '\udc00',
    ),
    fc.constantFrom(
      '药港',
      '招商引資',
      'PM2.5',
      '𠮷',
      '㎡',
      'ﷺ',
      '国发',
      '〔2021〕',
      '2021',
      '5号',
      '关于',
      '令第七号',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  )
  const query = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

  it('reads what it prints as what it read', () => {
    const meaning = ({ required, excluded }: ParsedQuery) => ({
      required: required.map((group) => group.map(({ kind, run, isNumber }) => ({ kind, run, isNumber }))),
      excluded: excluded.map(({ run }) => run),
    })
    fc.assert(
      fc.property(query, (q) => {
        const parsed = parseQuery(q, '')
        const again = parseQuery(printQuery(parsed), '')
        expect(meaning(again)).toEqual(meaning(parsed))
        expect(again.notices.filter(({ kind }) => kind !== 'nothing-to-find')).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('never throws, and gives nothing but normalised strings that are not empty', () => {
    fc.assert(
      fc.property(query, fc.constantFrom('' as const, 'exact' as const), (q, mode) => {
        const { required, excluded, whole } = parseQuery(q, mode)
        for (const group of required) expect(group).not.toEqual([])
        for (const { run, text } of [...required.flat(), ...excluded]) {
          expect(run).not.toBe('')
          expect(normalize(run)).toBe(run)
          expect(normalize(text)).toBe(run)
        }
        for (const { kind } of excluded) expect(kind).toBe('phrase')
        expect(normalize(whole)).toBe(whole)
      }),
    )
  })
})

describe('a query of many things typed apart', () => {
  const things = Array.from({ length: 250 }, (_, index) => String.fromCharCode(0x4e00 + index))
  const notice = { kind: 'too-many', limit: MAX_UNITS }
  const runs = (units: { run: string }[]) => units.map(({ run }) => run).join('')

  it.each([' ', ' OR '])('is cut, with a notice, where %j stands between', (between) => {
    const { required, notices } = parseQuery(things.join(between), '')
    expect(required.flat()).toHaveLength(MAX_UNITS)
    expect(notices).toContainEqual(notice)
    expect(parseQuery(things.slice(0, MAX_UNITS).join(between), '').notices).toEqual([])
  })

  it('keeps what is excluded after too much, and does not join to what is left what was dropped', () => {
    const { required, excluded, notices } = parseQuery(`${things.slice(0, 14).join(' ')} OR 甲 -乙|丙`, '')
    expect(required).toHaveLength(MAX_UNITS)
    expect(required.every((group) => group.length === 1)).toBe(true)
    expect(runs(excluded)).toBe('乙丙')
    expect(notices).toEqual([notice])
  })

  it('is cut in what is excluded, too', () => {
    const { excluded, notices } = parseQuery(`甲 ${things.map((thing) => `-${thing}`).join(' ')}`, '')
    expect(excluded).toHaveLength(MAX_UNITS)
    expect(notices).toContainEqual(notice)
  })
})

describe('a query that looks like numbers in many ways', () => {
  const code = '国'.repeat(13)
  const gap = ' '.repeat(240)
  it.each([
    `${code}发2021${gap}${gap}x`,
    `${code}令${gap}2021${gap}x`,
    `${code}〔2021${gap}年${gap}`,
    `${code}发2021${' 年第-'.repeat(110)}`,
    '国发 2021 '.repeat(60),
    '按照'.repeat(250),
  ])('is read at once: %j', (q) => {
    // The longest of them took six seconds and more where white space could be divided in many ways.
    expect(workOf(() => parseQuery(q, ''))).toBeLessThan(500)
  })

  it('may have spaces, 年 and 第 in every place', () => {
    for (const q of ['国发 〔 2021 年 〕 第 5 号', '国发〔2021年〕第5号', '国发 2021 年 第 5 号', '国发2021  5号']) {
      expect(parseQuery(q, '').required).toMatchObject([[{ text: '国发〔2021〕5号', isNumber: true }]])
    }
  })
})

describe('isExact', () => {
  it.each([
    ['"甲" "乙" -丙', true],
    ['"甲" OR "乙"', true],
    ['"甲" 乙', false],
    ['-"甲"', false],
    ['', false],
  ])('of %j is %s', (q, expected) => expect(isExact(parseQuery(q, ''))).toBe(expected))
})
