import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalize } from '../../indexer/contract/normalize.js'
import { answerForm } from './answer-form.js'
import type { Candidate } from './candidates.js'
import { Marker } from './marks.js'
import { snippetsOf } from './snippets.js'
import type { Term } from './terms.js'
import type { Snippet } from './types.js'

const HIT: Candidate['hit'] = {
  ...{ id: 'a', title: '题', issuer: null, doc_number: null, index_number: null },
  ...{ written: null, published: null, validity: '未标注', topics: [] },
}

function passage(text: string, place: Partial<Candidate> = {}): Candidate {
  return { doc: 'a', kind: 'text', paragraph: 1, offset: 0, text, hit: HIT, ...place }
}

/** Snippets for words given with their weights, of a query that may ask. */
function snippets(passages: Candidate[], weights: Record<string, number>, q = ''): Snippet[] {
  const terms: Term[] = Object.entries(weights).map(([run, weight]) => ({ run, weight, ...PLAIN }))
  return snippetsOf(passages, terms, new Marker(Object.keys(weights)), answerForm(q, q !== ''))
}

const markedIn = ({ text, marks }: Snippet): string[] => marks.map(([start, end]) => text.slice(start, end))

const LONE_SURROGATE = /\p{Cs}/u
const PLAIN = { count: 1, exact: false, variants: [], synonyms: [] }

describe('snippetsOf', () => {
  it('shows whole sentences, with what matched marked', () => {
    const text = '第一句没有。建设药港，扩大开放！第三句也没有。'
    expect(snippets([passage(text)], { 药港: 1 })).toEqual([
      { paragraph: 1, text: '建设药港，扩大开放！', marks: [[2, 4]] },
    ])
  })

  it('shows, unmarked, the sentence with most of its pieces where a word does not stand whole', () => {
    const text = '城镇登记失业率下降。新增城镇就业四千人。'
    expect(snippets([passage(text)], { 新增就业人数: 1 })).toEqual([
      { paragraph: 1, text: '新增城镇就业四千人。', marks: [] },
    ])
    expect(snippets([passage(text)], { 药港: 1 })).toEqual([])
  })

  it('takes another date for no piece of the one that is asked for', () => {
    const text = '今天的药港开港。\n港务局的药港于2015年5月5日奠基。'
    expect(snippets([passage(text)], { 药港: 1, '2023年5月': 3 })[0]?.paragraph).toBe(1)
  })

  it('shows the sentence that has the kind of thing asked for, of those with the same words', () => {
    const text = '第十七条 双方可以约定试用期。\n第十九条 合同期限三年以上的，试用期不得超过六个月。'
    expect(snippets([passage(text)], { 试用期: 3 })[0]?.paragraph).toBe(1)
    expect(snippets([passage(text)], { 试用期: 3 }, '试用期最长多久')[0]?.paragraph).toBe(2)
  })

  it('answers no question with what a rule is for, and nothing with how it was changed', () => {
    const rule = '第一条 为了规范养犬行为，制定本条例。\n第二十条 养犬应当系绳。'
    expect(snippets([passage(rule)], { 养犬: 3 }, '养犬要系绳吗')[0]?.paragraph).toBe(2)
    const changed = '2012年10月26日 常务委员会会议通过的养犬条例修正\n养犬应当系绳。'
    expect(snippets([passage(changed)], { 养犬: 3 })[0]?.paragraph).toBe(2)
  })

  it('shows what was asked for rather than when and where: a report need not name its year and place', () => {
    const text = '福建省省长 林某\n2019年，我们这样走过。\n高速公路通车里程突破六千公里。'
    const shown = snippets([passage(text)], { 福建: 5, '2019年': 4, 通车里程: 3 })
    expect(shown.map(({ text }) => text)).toEqual(['高速公路通车里程突破六千公里。'])
  })

  it('shows no sentence for a word that only looks like one', () => {
    const text = '仲裁员应当公正。企业需要裁员的，应当提前三十日说明。'
    expect(snippets([passage(text)], { 裁员: 1 }).map(({ text }) => text)).toEqual([
      '企业需要裁员的，应当提前三十日说明。',
    ])
  })

  it('reads an item of a list with what the list begins with', () => {
    const text = '遗产按照下列顺序继承：\n（一）第一顺序：配偶、子女、父母；\n第二条 第一顺序的登记另行规定。'
    expect(snippets([passage(text)], { 继承: 2, 第一顺序: 3 }, '第一顺序')[0]?.paragraph).toBe(2)
  })

  it('prefers the article that is about a thing, by its beginning, and then the one that speaks of it most', () => {
    const robbing = '第五条 无罪的人和盗窃车辆的，处五年以下有期徒刑。'
    const guns = '第七条 盗窃、抢夺枪支的，处十年以下有期徒刑。'
    const theft = '第九条 盗窃财物，多次盗窃或者入户盗窃的，处三年以下有期徒刑。'
    expect(snippets([passage([robbing, guns, theft].join('\n'))], { 盗窃: 3 }, '盗窃')[0]?.text).toBe(theft)
    expect(snippets([passage([robbing, guns].join('\n'))], { 盗窃: 3 }, '盗窃')[0]?.text).toBe(guns)
  })

  it('begins with the article that is asked for', () => {
    const text = '第八条 依照第三十九条解除合同的，应当说明理由。\n第三十九条 有下列情形之一的，可以解除：'
    expect(snippets([passage(text)], { 第三十九条: 3, 合同: 2 }, '劳动合同法第39条')[0]?.paragraph).toBe(2)
  })

  it('tells of what the title does not have, even where the rest weighs more', () => {
    const hit = { ...HIT, title: '2019年青梧区政府工作报告' }
    const text = '二〇一九年青梧区的工作，请予审议。\n养老服务设施增加到四十处。'
    expect(snippets([passage(text, { hit })], { 青梧区: 5, 养老服务: 2 })[0]?.text).toContain('四十处')
  })

  it('does not repeat the title, and begins with what the text says where there is nothing else', () => {
    const text = '药港条例\n第一章 总则\n第一条 为了建设港口，制定本条例。'
    const law = { ...HIT, title: '药港条例（总则）' }
    expect(snippets([passage(text, { hit: law })], { 药港: 1 })).toEqual([
      { paragraph: 3, text: '第一条 为了建设港口，制定本条例。', marks: [] },
    ])
    const more = `${text}\n第二条 药港由县人民政府建设。`
    expect(snippets([passage(more, { hit: law })], { 药港: 1 })).toMatchObject([{ paragraph: 4 }])
    expect(snippets([passage('药港条例', { hit: law })], { 药港: 1 })).toEqual([])
  })

  it('keeps the closing quotation mark with its sentence', () => {
    expect(snippets([passage('他说：“建设药港。”会议结束。')], { 药港: 1 })[0]!.text).toBe('他说：“建设药港。”')
  })

  it('counts paragraphs from that of the passage', () => {
    const text = '第一段。\n第二段说药港。\n第三段。'
    expect(snippets([passage(text, { paragraph: 7 })], { 药港: 1 })).toMatchObject([
      { paragraph: 8, text: '第二段说药港。' },
    ])
  })

  it('chooses the sentences that weigh most, each word counted once, and shows the paragraph of the best one first', () => {
    const text = '补贴补贴补贴补贴。电梯有补贴，药港没有。电梯和补贴都有。'
    expect(snippets([passage(text)], { 药港: 5, 补贴: 3, 电梯: 2 }).map((one) => one.text)).toEqual([
      '电梯有补贴，药港没有。',
    ])
    const two = snippets([passage('甲处有药港电梯。'), passage('乙处有电梯药港补贴。', { paragraph: 9 })], {
      ...{ 药港: 5, 补贴: 3, 电梯: 2 },
    })
    expect(two.map(({ paragraph }) => paragraph)).toEqual([9, 1])
    const late = [passage('乙处有电梯药港补贴。', { paragraph: 9 }), passage('甲处有药港电梯。')]
    expect(snippets(late, { 药港: 5, 补贴: 3, 电梯: 2 })).toEqual(two)
  })

  it('adds sentences for the terms that those before them lack, up to three', () => {
    const text = '药港在这里。药港又来了。电梯在那里。补贴在别处。营商也有。药港结束。'
    const shown = snippets([passage(text)], { 药港: 5, 电梯: 4, 补贴: 3, 营商: 2 })
    expect(shown.map((one) => one.text)).toEqual(['药港在这里。', '电梯在那里。', '补贴在别处。'])
    const light = snippets([passage('药港在这里。的确如此。')], { 药港: 5, 的: 0.1 })
    expect(light.map((one) => one.text)).toEqual(['药港在这里。'])
  })

  it('marks nothing but what is made of the terms, and shows what it marks as it stands in the text', () => {
    const unit = fc.constantFrom(...'药藥港中华，。！“”「」'.split(''), ' ', 'Ａ', 'a', '2', '𠮷', '㎡', '\u200b')
    const line = fc.string({ unit, minLength: 1, maxLength: 200 })
    const runs = fc.uniqueArray(fc.constantFrom('药港', '中华', '华药', '港', 'a2', '𠮷', 'm2'), { minLength: 1 })
    fc.assert(
      fc.property(line, runs, (text, terms) => {
        for (const shown of snippets([passage(text)], Object.fromEntries(terms.map((run) => [run, 1])))) {
          expect(text).toContain(shown.text.replace(/^…|…$/g, ''))
          expect(shown.text).not.toMatch(LONE_SURROGATE)
          expect(shown.marks).not.toEqual([])
          for (const mark of markedIn(shown)) {
            const marked = normalize(mark)
            const covered = new Set<number>()
            for (const run of terms) {
              for (let at = marked.indexOf(run); at >= 0; at = marked.indexOf(run, at + 1))
                for (let unit = at; unit < at + run.length; unit++) covered.add(unit)
            }
            // ㎡ is marked whole for 2m and the like: what it is normalised to is one character to the reader.
            if (!mark.includes('㎡')) expect(covered.size).toBe(marked.length)
            expect(covered.size).toBeGreaterThan(0)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('shows of a list that a question asks for what it begins with and its items, as far as there is room', () => {
    const list =
      '遗产按照下列顺序继承：\n（一）第一顺序：配偶、子女、父母；\n（二）第二顺序：兄弟姐妹。\n继承开始后，由第一顺序继承。'
    const [first] = snippets([passage(list)], { 遗产: 2, 继承: 1 }, '遗产有哪些继承顺序')
    expect(first!.text).toBe('遗产按照下列顺序继承： （一）第一顺序：配偶、子女、父母； （二）第二顺序：兄弟姐妹。')
  })

  it('shows an item after what its list begins with, which says for what it is one', () => {
    const list = '有下列行为之一的，处五日以下拘留：\n（一）写恐吓信的；\n（二）偷窥他人隐私的。\n他人隐私受法律保护。'
    const [first] = snippets([passage(list)], { 偷窥: 2, 隐私: 1 }, '偷窥别人隐私怎么处罚')
    expect(first!.text).toBe('有下列行为之一的，处五日以下拘留： … （二）偷窥他人隐私的。')
    expect(first!.paragraph).toBe(3)
    // What the list begins with may be longer than there is room for.
    const long = `${'凡有下列各项行为'.repeat(20)}之一的，处五日以下拘留：\n（一）偷窥他人隐私的。`
    expect(snippets([passage(long)], { 偷窥: 2 }, '偷窥怎么处罚')[0]!.text).toBe('（一）偷窥他人隐私的。')
    // Of that, the part with the penalty, not the last one, which is for the worst cases.
    const graded = `${'有下列各项行为'.repeat(20)}之一的，责令改正；小额的，并处五万元以下罚款；情节严重的，吊销许可证：\n（一）偷窥的。`
    expect(snippets([passage(graded)], { 偷窥: 2 }, '偷窥怎么处罚')[0]!.text).toBe(
      '小额的，并处五万元以下罚款； … （一）偷窥的。',
    )
    // Where nothing is asked, a sentence is shown as it stands.
    expect(snippets([passage(list)], { 偷窥: 2 })[0]!.text).toBe('（二）偷窥他人隐私的。')
  })

  it('shows with a sentence what restricts it, as far as there is room', () => {
    const rule = '可以自知道之日起六十日内提出申请；但是法律另有规定的除外。以书面申请。'
    expect(snippets([passage(rule)], { 提出申请: 2 })[0]!.text).toBe(
      '可以自知道之日起六十日内提出申请；但是法律另有规定的除外。',
    )
    const long = `提出申请；但是${'法律另有规定的'.repeat(25)}除外。`
    expect(snippets([passage(long)], { 提出申请: 2 })[0]!.text).toBe('提出申请；')
  })

  it('shows the value of what is asked for rather than what else is said of it', () => {
    const text = '国内生产总值按现价计算，国内生产总值指数另计。\n全年国内生产总值[3]1015986亿元。'
    expect(snippets([passage(text)], { 国内生产总值: 2 })[0]!.text).toContain('1015986')
    const leave = '产假期间工资照发，产假不得取消。\n生育享受98天产假。'
    expect(snippets([passage(leave)], { 产假: 2 })[0]!.text).toBe('生育享受98天产假。')
  })

  it('answers how long something takes with a time for it, not with one that runs from it', () => {
    const text = '自收到书面答复之日起30日内可以请求复查。\n应当在60日内作出答复。'
    expect(snippets([passage(text)], { 答复: 2 }, '多久答复')[0]!.text).toBe('应当在60日内作出答复。')
  })

  it('answers with a sentence that has the answer and not the word, where the title has that', () => {
    const hit = { ...HIT, title: '职工带薪年休假条例' }
    const text = '职工享受带薪年休假。\n工作已满1年的，休假5天；'
    const shown = snippets([passage(text, { hit })], { 带薪年休假: 3 }, '带薪年休假几天')
    expect(shown.map((one) => one.text)).toContain('工作已满1年的，休假5天；')
  })

  it('shows two sentences of one paragraph as they follow each other', () => {
    const shown = snippets([passage('电梯有药港。药港有电梯和补贴。')], { 药港: 5, 补贴: 1, 电梯: 2 })
    expect(shown.map((one) => one.text)).toEqual(['电梯有药港。', '药港有电梯和补贴。'])
  })

  it('shows the same sentence once, though passages overlap', () => {
    const sentence = '这一句说药港的建设。'
    const passages = [passage(`开头。${sentence}`), passage(`${sentence}结尾。`, { offset: 3 })]
    expect(snippets(passages, { 药港: 1 })).toHaveLength(1)
    // Of a sentence that a passage begins in the middle of, the whole is shown where another passage has it.
    const halves = [passage('句说药港的建设。结尾。', { offset: 5 }), passage(`开头。${sentence}`)]
    expect(snippets(halves, { 药港: 1 }).map((one) => one.text)).toEqual([sentence])
  })

  it('says with … that a sentence began before its passage', () => {
    const [shown] = snippets([passage('句说药港的建设。结尾。', { offset: 5 })], { 药港: 1 })
    expect(shown).toEqual({ paragraph: 1, text: '…句说药港的建设。', marks: [[3, 5]] })
  })

  it('shows together what was asked for across the end of a sentence', () => {
    const text = '第一句。建设完成。下一步扩大！末句。'
    expect(snippets([passage(text)], { '完成。下一步': 1 })).toEqual([
      { paragraph: 1, text: '建设完成。下一步扩大！', marks: [[2, 8]] },
    ])
    expect(markedIn(snippets([passage('；续上段。')], { ';': 1 })[0]!)).toEqual(['；'])
  })

  it('cuts a long sentence around what matched, with … and the right offsets', () => {
    const before = '很'.repeat(300)
    const [shown] = snippets([passage(`${before}建设药港${before}。`)], { 药港: 1 })
    expect(shown!.text).toMatch(/^…很+建设药港很+…$/)
    expect(shown!.text.length).toBeLessThanOrEqual(142)
    expect(markedIn(shown!)).toEqual(['药港'])
    const [first] = snippets([passage(`药港${before}。`)], { 药港: 1 })
    expect(first!.text).toMatch(/^药港很+…$/)
    const [last] = snippets([passage(`${before}药港。`)], { 药港: 1 })
    expect(last!.text).toMatch(/^…很+药港。$/)
    for (const one of [first!, last!]) expect(markedIn(one)).toEqual(['药港'])
  })

  it('cuts to where most of what matched stands together', () => {
    const far = '很'.repeat(200)
    const [shown] = snippets([passage(`药港${far}药港电梯补贴${far}。`)], { 药港: 1, 电梯: 1, 补贴: 1 })
    expect(markedIn(shown!)).toEqual(['药港电梯补贴'])
  })

  it('marks a match that is longer than a snippet', () => {
    const long = '建设药港'.repeat(60)
    const [shown] = snippets([passage(`开头，${long}，结尾。`)], { [long]: 1 })
    expect(shown!.text.length).toBeLessThanOrEqual(142)
    const [only] = markedIn(shown!)
    expect(shown!.marks).toHaveLength(1)
    expect(long).toContain(only)
    expect(only!.length).toBeGreaterThan(100)
  })

  it('divides no surrogate pair', () => {
    for (const shift of ['', '甲']) {
      const [shown] = snippets([passage(`${shift}${'𠮷'.repeat(200)}药港${'𠮷'.repeat(200)}。`)], { 药港: 1 })
      expect(shown!.text).not.toMatch(LONE_SURROGATE)
      expect(markedIn(shown!)).toEqual(['药港'])
    }
  })

  it('finds words in whatever script they are written', () => {
    const [shown] = snippets([passage('開頭。建設「藥 港」工程。')], { 药港: 1 })
    expect(shown!.text).toBe('建設「藥 港」工程。')
    expect(markedIn(shown!).map(normalize)).toEqual(['药港'])
  })

  it('shows nothing without a match, of the title line, or of no passage', () => {
    expect(snippets([passage('别的。')], { 药港: 1 })).toEqual([])
    expect(snippets([passage('药港', { kind: 'title', paragraph: 0 })], { 药港: 1 })).toEqual([])
    expect(snippets([], { 药港: 1 })).toEqual([])
  })

  it('takes texts without sentences', () => {
    expect(snippets([passage('一、建设药港\n。\n')], { 药港: 1 })).toMatchObject([
      { paragraph: 1, text: '一、建设药港' },
    ])
  })
})
