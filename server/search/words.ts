import { WRITTEN_YEAR } from '../../indexer/contract/numerals.js'
import { cutWords } from '../../indexer/contract/tokenize.js'
import { synonymsOf } from '../../indexer/contract/words/synonyms.js'
import { dictionaries } from '../spelling/dictionary.js'

/** Function words that make a sentence a question. */
const QUESTION_WORDS = new Set(
  (
    '吗 呢 什么 怎么 怎样 怎么办 如何 哪些 哪个 哪里 哪儿 哪 何 为什么 为何 是否 能否 可否 可不可以 能不能 有没有 是不是 多少 几 几个 ' +
    '多久 多长时间 几年 几天 几日 几个月 几次 几倍 几分 几点 几号 几届 多大 多高 多长 多少钱 什么样 什么时候 何时 谁 有何 有哪些 ' +
    '几种 几类 哪几个 哪几种 哪几类 哪几项 咋 咋办 咋样 咋算 怎么样 会怎样 会怎么样 怎么处理 怎么弄 怎么回事 怎么产生 怎么选 啥 啥时候 为啥 要不要 需不需要 该不该 会不会 算不算 哪一年 哪年 哪天 合法吗 违法吗 犯法吗 ' +
    '百分之几 百分之多少 什么情况 什么情形 哪些情况 哪些情形 哪种情况 何种情况 何种情形 几小时 几分钟'
  ).split(' '),
)

/**
 * Words that ask, request or join, and say nothing of what a document is about. They do not count as content; where
 * a query has nothing else, they are all there is and are kept.
 */
const FUNCTION_WORDS = new Set([
  ...QUESTION_WORDS,
  ...(
    '的 了 和 与 及 或 在 是 有 我 你 您 他 她 它 我们 你们 他们 这 那 这个 那个 这些 那些 也 都 就 还 又 再 很 吧 啊 呀 ' +
    '把 被 对 对于 关于 从 到 向 往 由 以 为 为了 因 因为 由于 所以 但 但是 如果 如 若 而 且 并 并且 等 等等 之 其 其中 所 中 上 下 ' +
    '请问 请 想 问 咨询 了解 一下 想问 谢谢 您好 你好 麻烦 帮忙 求助 ' +
    '可以 需要 应该 应当 应 要 要交 要缴 需交 会 能 能够 可 不管 进行 做 做出 作出 具体 相关 有关 主要 时候 ' +
    // They ask for a time (asked-time.ts), whatever words a document has for it.
    '最新 最近 近期 今年 去年 前年 以来 至今 以后 之后'
  ).split(' '),
])

export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word)

/** A word of a query, as nodejieba cuts it. */
export interface QueryWord {
  word: string
  /** False for words that only ask or join. */
  isContent: boolean
  /** True for words that ask. */
  asks: boolean
}

/** A year, which nodejieba takes apart. */
const YEAR = new RegExp(`(${WRITTEN_YEAR}年)`)

/** What numerals count. nodejieba cuts 15年 in two, and 15 alone stands everywhere. */
const COUNTED = /^(?:年|个?月|天|日|小时|周?岁|倍|届|次|条)$/
/** What numerals put in order, beside what they count: without 第, 3条 stands in 第十三条, too. */
const ORDERED = /^[章节款项]$/
const NUMERAL = /^(?:\d+|[一二两三四五六七八九十百]+)$/

/** Words that synonyms are listed for may ask, too: 判几年, 跟谁姓. */
export const asksByItself = (word: string): boolean => QUESTION_WORDS.has(word) || (ASKING.test(word) && isListed(word))

/** What is asked of something, at the end of a query: what answers need not say so. */
const ASPECTS = new Set(
  '程序 流程 步骤 手续 条件 标准 期限 时限 期间 年限 保护期 有效期 任期 种类 顺序 方式 后果 处罚 规定 办法 政策 要求 内容 范围 时间 材料'.split(
    ' ',
  ),
)

export const isAspect = (word: string): boolean => ASPECTS.has(word)

const ASKING = /几[年月天日个岁次]|多少|多久|怎么|什么|谁|哪/
/** The name of a crime, and not what is said of one: 共同犯罪, 不认罪. */
const CRIME = /^.{2,}(?<![犯认悔定无有免服谢治论])罪$/

/** A word that synonyms are listed for is cut into so many pieces at most. */
const MOST_PIECES = 4

/** What is listed of so many characters and more stands in no text by chance. */
const A_PHRASE = 4

/** Words that nodejieba guesses, where the dictionary has none, have so many characters at most. */
const LONGEST_GUESS = 4

/** Latin letters and figures that are one sign: 10%, pm2.5, covid-19, 1:1, 4g, 80后. Figures by themselves are numbers. */
const SIGN = /(\d+(?:\.\d+)?[%‰]|[a-z0-9]+(?:[.\-:/&+][a-z0-9]+)+|(?:(?<!\d)\d{1,2})?[a-z][a-z0-9]*|\d0后)/

/** Of a string that was split at signs, every other part is one. */
const cutPart = (part: string, place: number): string[] =>
  place % 2 === 1 ? [part] : joinParted(joinTails(joinCounted(cutKnown(part))))

/** The words of a normalised query. */
export function queryWords(normalized: string): QueryWord[] {
  const words = normalized
    .split(YEAR)
    .flatMap((part) => (YEAR.test(part) ? [part] : joinListed(part.split(SIGN).flatMap(cutPart))))
    .map((word) => ({ word, isContent: !isFunctionWord(word), asks: asksByItself(word) }))
  return words.some(({ asks }) => asks) ? words.map(asDeed) : words
}

/** Who asks about a crime is answered by what the law says of the deed: 盗窃罪判几年 by 盗窃公私财物的. */
function asDeed(word: QueryWord): QueryWord {
  return CRIME.test(word.word) ? { ...word, word: word.word.slice(0, -1) } : word
}

/** Verbs of wish and power, which nodejieba sticks to the verb after them. */
const AUXILIARY = new Set('能会要想可')

/** The words of nodejieba; where it guessed one that is a word with a function word beside it, these two: 最多 能, 能 领. */
function cutKnown(text: string): string[] {
  return cutWords(text).flatMap((word) => {
    if (word.length > LONGEST_GUESS || isWord(word) || isFunctionWord(word) || isListed(word)) return [word]
    const [first, rest, front, last] = [word[0]!, word.slice(1), word.slice(0, -1), word.at(-1)!]
    if (word.length === 2) return AUXILIARY.has(first) ? [first, rest] : [word]
    if (isFunctionWord(first) && isWord(rest)) return [first, rest]
    return isFunctionWord(last) && isWord(front) ? [front, last] : [word]
  })
}

const isWord = (word: string): boolean => dictionaries().has(word)

/** What a word that asks may end with. Of 怎么 产生 the end says what about. */
const TAIL = /^(?:吗|情况|情形|小时|分钟)$/

/** What asks in two words: 违法 吗, 什么 情况. */
function joinTails(words: readonly string[]): string[] {
  const joined: string[] = []
  for (const word of words) {
    if (TAIL.test(word) && QUESTION_WORDS.has((joined.at(-1) ?? '') + word)) joined.push(joined.pop()! + word)
    else joined.push(word)
  }
  return joined
}

/** Verbs that a question has taken apart made one again: 放 几天 假 is 放假, 判 几年 刑 is 判刑. */
function joinParted(words: readonly string[]): string[] {
  const joined = [...words]
  for (let index = 1; index + 1 < joined.length; index++) {
    const [verb, asking, object] = [joined[index - 1]!, joined[index]!, joined[index + 1]!]
    if (verb.length !== 1 || object.length !== 1 || !QUESTION_WORDS.has(asking) || !isWord(verb + object)) continue
    joined.splice(index - 1, 3, verb + object, asking)
  }
  return joined
}

/** Numerals with what they count made one word again. */
function joinCounted(words: readonly string[]): string[] {
  const joined: string[] = []
  for (const word of words) {
    const isNumbered = NUMERAL.test(joined.at(-1) ?? '')
    const isOrdered = isNumbered && joined.at(-2) === '第' && (COUNTED.test(word) || ORDERED.test(word))
    if (isOrdered) joined.push(joined.splice(-2).join('') + word)
    else if (isNumbered && COUNTED.test(word)) joined.push(joined.pop()! + word)
    else joined.push(word)
  }
  return joined
}

const isListed = (word: string): boolean => synonymsOf(word).length > 0

/**
 * Neighbours that are one word of the synonyms made one again, the longest first: 高空 抛 物; also where the end of it
 * went into a word that there is not (醉 驾判), or that only looks like one.
 */
function joinListed(words: readonly string[]): string[] {
  const joined: string[] = []
  const left = [...words]
  while (left.length > 0) {
    const [word, count, rest] = listedAt(left) ?? [left[0]!, 1, '']
    joined.push(word)
    left.splice(0, count, ...(rest === '' ? [] : [rest]))
  }
  return joined
}

/** The longest listed word that the pieces begin with, how many of them it takes, and what it leaves of the last. */
function listedAt(pieces: readonly string[]): [word: string, count: number, rest: string] | null {
  for (let count = Math.min(MOST_PIECES, pieces.length); count > 0; count--) {
    const run = pieces.slice(0, count).join('')
    if (count > 1 && isListed(run)) return [run, count, '']
    const last = pieces[count - 1]!
    if (last.length === 1 || last.length > LONGEST_GUESS) continue
    for (let end = run.length - 1; end > run.length - last.length && end > 1; end--) {
      const [listed, rest] = [run.slice(0, end), run.slice(end)]
      if (isListed(listed) && (!isWord(last) || mayLeave(listed, rest))) return [listed, count, rest]
    }
  }
  return null
}

/** Whether a word that there is may have been cut by chance: 罚款不交 and 会 are no 罚款, 不 and 交会. */
const mayLeave = (listed: string, rest: string): boolean => listed.length >= A_PHRASE && isFunctionWord(rest)

/** Loads the dictionary (about a second), so that no reader waits for it. */
export function warmUp(): void {
  cutWords('政言')
}
