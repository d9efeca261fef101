import { variantsOf } from './variants.js'

/** What the sentence looks like that a query asks for. */
export interface AnswerForm {
  /** Whether anything is asked that a sentence may answer: where nothing is, the first thing a text says will do. */
  asks: boolean
  /** What an answer has, one for each thing that is asked, and what it is worth to have it. */
  has: readonly { form: RegExp; gain: number }[]
  /** Whether it asks how long something takes. */
  asksHowLong: boolean
  /** Beginnings of the article that is asked for, in all its ways of writing; none where none is. */
  articles: readonly string[]
}

/** Nothing is asked. */
export const NO_FORM: AnswerForm = { asks: false, has: [], asksHowLong: false, articles: [] }

const NUMBER = '[\\d一二两三四五六七八九十百千万亿]'
/** Not within a date, whose years have four digits and whose days follow a month. */
const spanOf = (units: string): RegExp =>
  new RegExp(`(?<![\\d第月年一二三四五六七八九十])(?:\\d{1,3}|[一二两三四五六七八九十百]{1,4}|半)(?:${units})`)
const SPAN = spanOf('个?工作日|个?月|年|日|天|小时|周(?!岁)')
const AMOUNT = new RegExp(`${NUMBER}元|${NUMBER}倍|百分之|[%‰]|不得?低于|每满.{1,12}(?:支付|缴纳)`)

/** A time that runs from a day on, as the law sets one. */
const BY_LAW = 2
/** Who asks for a number is not answered without one; who asks what to do may be answered in many words. */
const NEEDED = 1.5
const TELLING = 1
const LIKELY = 0.5

const HOW_LONG = /多久|多长|期限|时限|时间|(?:最长|最短)(?!多少|几)|[护效任]期$/

/** How a question is put, and what its answer has: after the classes of Li and Roth, COLING 2002, as far as rules go. */
const FORMS: readonly (readonly [asked: RegExp, form: RegExp, gain: number])[] = [
  [/几岁|多大|多少岁|年龄/, /周岁|[\d十]岁/, NEEDED],
  [/(?:(?<!判)几|多少)年/, spanOf('年'), NEEDED],
  [/(?:几|多少)个?月/, spanOf('个?月'), NEEDED],
  [/(?:几|多少)[天日]/, spanOf('个?工作日|日|天'), NEEDED],
  [/(?:几|多少)个?(?:小时|钟头)/, spanOf('小时'), NEEDED],
  [HOW_LONG, SPAN, NEEDED],
  [/(?:几|多少)[个名位人]/, new RegExp(`${NUMBER}(?:个|名|位|人)`), NEEDED],
  [/期限|时限/, /之日起.{0,8}(?:日|月|年)/, BY_LAW],
  [/[什啥]么?时候|何时|哪天|哪一?年|几号/, /\d月|\d{4}年|起施行|之日起|前/, TELLING],
  [/几点/, new RegExp(`${NUMBER}时`), NEEDED],
  [
    // Who sets a standard is another question, and so is how many hours or people it is at most.
    /^(?!.*(?:谁|哪个?部门|怎么定|如何定|(?:几|多少)个?(?:小时|钟头|[天日月年人名位]))).*(?:多少钱|多少元|[罚赔偿交收补税费价]多少|几倍|[怎咋]么?算|怎么计算|如何计算|标准|税率|利率|比例|最低|最高|最多|最少|上限)/,
    AMOUNT,
    NEEDED,
  ],
  [/百分之几|百分之多少|几成/, /百分之|[%‰]/, NEEDED],
  [/处罚|[罚判](?!款)|后果|责任/, /有期徒刑|拘役|拘留|罚款|罚金|吊销|警告|承担.{0,12}责任/, NEEDED],
  [/赔/, /赔偿金|倍|赔偿损失|赔偿责任|经济补偿/, NEEDED],
  [/哪些|[什啥]么?(?:条件|材料|情况|情形|手续)|(?:内容|事项|范围|顺序|程序|流程|步骤|什么)$/, /下列|包括|:$/, TELLING],
  [/哪些|什么(?:条件|材料|情况|情形|手续)/, /^\[[一二三四五六七八九十]+\]/, LIKELY],
  [/哪几|几[种类项]|[种分]类|分为/, /分为|包括|种类|主要有|[二两三四五六七八九十]+(?:个|种|类|项|等)/, TELLING],
  [/归谁|给谁/, /归.{1,20}(?:所有|共有)|归属|由.{1,40}(?:判决|决定|约定)/, NEEDED],
  [/(?:谁|怎么|怎样|如何|哪里|哪个部门)(?:来|制|规|确|决)?定/, /由.{1,60}(?:规定|确定|制定|决定|公布)/, NEEDED],
  [/谁(?:可以|能|有资格|符合)/, /符合|具备|年满|达到|条件|对象/, NEEDED],
  [/不(?:能|可以|准|许|让)(?!不)/, /不得|禁止|严禁|不准|不能/, NEEDED],
  [/谁|哪个部门|归哪/, /负责|承担|主管|由.{1,12}(?:部门|机关|人民政府|人)/, TELLING],
  [/多少|目标|增速|增长|多高/, /\d|百分之/, LIKELY],
  [
    /怎么办|怎么|咋|怎样|如何|哪里|吗|算不算|要不要|该不该|能不能|可不可以|是否|不管|不服/,
    /可以|有权|应当|不得|禁止|责令/,
    LIKELY,
  ],
]

const ARTICLE = /第(?:[零一二三四五六七八九十百]+|\d+)条(?:之[一二三四五六七八九十])?/

/** Reads from a normalised query what its answer looks like; `asks`: whether it has a word that asks. */
export function answerForm(query: string, asks: boolean): AnswerForm {
  const has = FORMS.filter(([asked]) => asked.test(query)).map(([, form, gain]) => ({ form, gain }))
  const article = ARTICLE.exec(query)?.[0]
  const articles = article === undefined ? [] : [article, ...variantsOf(article)]
  return { asks: asks || has.length > 0 || articles.length > 0, has, asksHowLong: HOW_LONG.test(query), articles }
}

/** How a text began and was changed, under its title. Round brackets are square in normalised texts. */
const HISTORY = /^\[?\d{4}年\d{1,2}月\d{1,2}日.*(?:通过|修正|修订|公布|批准|发布|施行)/
/** When and where a text was given or signed, on a line of its own. */
const DATELINE = /^[-—[]*\d{4}年\d{1,2}月\d{1,2}日(?:在.{4,40}上)?\]?$/
const HEADING = /^第[零一二三四五六七八九十百\d]+[编章节]/
const PURPOSE = /制定本(?:法|条例|规定|办法|细则|准则|规则)|根据.{0,60}制定|如下[:。]?$|提出以下|现印发|予印发/
const SCOPE = /本(?:法|条例|规定|办法|细则)所称|适用本(?:法|条例|规定|办法)|适用于/

const OF_ARTICLE = 3
const UNTOLD = 0.2
const PURPOSE_SHARE = 0.3
const SCOPE_SHARE = 0.6
/** What the forms of an answer count for beside the one that is worth most. */
const FURTHER = 0.2

/**
 * What a sentence, of a line, both normalised, counts for as an answer beside others that have the same words: 1 for any
 * sentence. Articles on purpose and scope, and how a notice begins, have all words of it and answer nothing.
 */
export function answerShare(sentence: string, line: string, { asks, has, articles }: AnswerForm): number {
  if ([HISTORY, DATELINE, HEADING].some((opening) => opening.test(line))) return UNTOLD
  if (articles.some((article) => line.startsWith(article))) return OF_ARTICLE
  if (!asks) return 1
  const share = PURPOSE.test(sentence) ? PURPOSE_SHARE : SCOPE.test(sentence) ? SCOPE_SHARE : 1
  const gains = has.filter(({ form }) => form.test(sentence)).map(({ gain }) => gain)
  const most = Math.max(0, ...gains)
  return share * (1 + most + FURTHER * (gains.reduce((sum, gain) => sum + gain, 0) - most))
}
