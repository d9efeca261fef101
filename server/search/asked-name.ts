import { normalize } from '../../indexer/contract/normalize.js'
import type { HitMetadata } from '../../indexer/contract/records.js'
import { synonymsOf } from '../../indexer/contract/words/synonyms.js'
import { withoutTime } from './asked-time.js'
import { isRule } from './source-kind.js'

/** Names of texts end with what kind of text they are. */
const KIND = /(?:法|法典|条例|规定|办法|细则|规则|准则|章程|报告|规划|纲要|计划|公报|决定|意见|方案)$/
/** What is asked for of a text, after its name: 劳动合同法第三十九条, 十二五规划全文. */
const OF_TEXT = /(?:的?(?:全文|原文)|第[零一二三四五六七八九十百千\d]+条.*)$/
/** Years and stages in brackets, which are square in normalised texts, belong to no name: 纪律处分条例（2023年）. */
const BRACKETS = /(?:\[[^[\]]*\])+$/

/** What says which version of a text it is, and not which part: （2023年修订）, （试行）. */
const VERSION = /\[[^[\]]*(?:\d{4}|修[正订改]|试行|暂行|草案)[^[\]]*\]$/

/** A title, normalised, as all versions of the text bear it. */
export const withoutVersion = (title: string): string => normalize(title).replace(VERSION, '')

/** Whether a word ends with what kind of text something is: 政府工作报告. */
export const namesKind = (word: string): boolean => KIND.test(word)

/** The names of a text that a word is short for, of its synonyms: 道交法 is 道路交通安全法. */
export function fullNamesOf(word: string): string[] {
  return synonymsOf(word).filter((other) => other.length > word.length && KIND.test(other))
}

/** What a query names if it names a text: without time and place in the text. */
export const nameIn = (whole: string): string => withoutTime(whole).replace(OF_TEXT, '')

/** Whether a normalised title ends with a name, whatever it says in brackets after that. */
export function endsWithName(title: string, name: string): boolean {
  return name.length > 1 && (title.endsWith(name) || title.replace(BRACKETS, '').endsWith(name))
}

/** In front of the name of a law that a query has, and after it where one article is a text of its own. */
const AROUND_NAME = /^中华人民共和国(?=.)|第[零一二三四五六七八九十百千\d]+条.*$/g

/** A title's own name of a text: 食品安全法 of 中华人民共和国食品安全法（2018年修正）. */
const ownName = (title: string): string => normalize(title).replace(AROUND_NAME, '').replace(BRACKETS, '')

/** Whether one of the strings has the name of a rule: 食品安全法十倍赔偿. */
export function isNamedIn(called: readonly string[], hit: Pick<HitMetadata, 'title' | 'validity'>): boolean {
  if (!isRule(hit)) return false
  const name = ownName(hit.title)
  return name.length > 1 && called.some((text) => text.includes(name))
}

/** A plan of several years, and not what is said of it: 国民经济和社会发展第十四个五年规划和2035年远景目标纲要. */
const PLAN = /(?:规划|计划|纲要)$/

/** Whether one of the strings is what a plan is called, which may say more: 第十四个五年规划. */
export function isPlanNamedIn(called: readonly string[], { title }: Pick<HitMetadata, 'title'>): boolean {
  const name = normalize(title).replace(BRACKETS, '')
  return PLAN.test(name) && called.some((one) => PLAN.test(one) && name.includes(one))
}

/** Whether a text is the law on what was asked for: 食品安全 is the subject of 食品安全法, before the rules that carry it out. */
export function isLawOn(asked: string, hit: Pick<HitMetadata, 'title' | 'validity'>): boolean {
  return asked.length > 1 && isRule(hit) && ownName(hit.title) === `${asked}法`
}

/** What a law is on, in so many characters, is not in a query by chance: 公司 is, 食品安全 is not. */
const TELLING_SUBJECT = 4

/** Whether a text, and not one article of it, is the law on something that stands in one of the strings: 食品安全谁负责. */
export function isLawWithin(asked: readonly string[], hit: Pick<HitMetadata, 'title' | 'validity'>): boolean {
  const name = ownName(hit.title)
  const isWhole = normalize(hit.title).replace(BRACKETS, '').endsWith('法')
  return (
    isRule(hit) && isWhole && name.length > TELLING_SUBJECT && asked.some((text) => text.includes(name.slice(0, -1)))
  )
}
