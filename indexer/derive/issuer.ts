import { parseDocNumber } from '../contract/doc-number.js'
import { text } from '../text.zh.js'
import { bodyNamesIn, isSameBody } from './body-names.js'
import { readLetterhead } from './letterhead.js'
import { headSpan, type Lines } from './head-span.js'
import { signatures } from './signature.js'
import { endsLikeTitle } from './title-kind.js'

/** The bodies that issued a document, and what in it says so. */
export interface Issuer {
  names: string[]
  from: string
}

/** Codes of numbers that are one body's wherever they stand; those of other bodies are used in many places. */
const CENTRAL_CODES: Record<string, string> = {
  ...{ 国发: '国务院', 国函: '国务院', 国发明电: '国务院', 国令: '国务院' },
  ...{ 国办发: '国务院办公厅', 国办函: '国务院办公厅', 国办发明电: '国务院办公厅' },
}
/** The number of an order spells out who gave it: 青梧区人民政府令第7号. */
const ORDER_CODE = /(?:令|公告|通告)$/
/** The title of a document begins with who issued it (GB/T 9704—2012, 7.3.1): 青梧区人民政府关于…的通知. */
const BEGINNING = /^([^《》“”：:，,。]{2,60}?)(?:关于|(?:印发|转发|批转|公布|发布)(?=.{6}))/
/** Such titles are of texts about a document. */
const ABOUT_ONE = /解读|问答|图解|一图|说明$/
/** What others wrote, and may have signed, follows in the same text. */
const PASSED_ON = /转发|批转/
/** What a congress makes; a report it only hears and approves. */
const MADE = /(?:条例|规定|办法|规则|细则|决定|决议)(?:[（(].*)?$/
/** 2003年1月10日青梧市第十二届人民代表大会常务委员会第三次会议通过 */
const ADOPTED =
  /^[（(]?(?:\d{4}年\d{1,2}月\d{1,2}日)([\p{Script=Han}]{2,16}?)第[\d一二三四五六七八九十]{1,4}届(人民代表大会(?:常务委员会)?)第[\d一二三四五六七八九十]{1,5}次会议通过/u
/** 2009年3月4日青梧市人民政府令第56号公布; who changed the rule later stands behind that. */
const ORDERED =
  /^[（(][^《》]{0,60}?\d{4}年\d{1,2}月\d{1,2}日(?:以)?([\p{Script=Han}]{3,24}?)(?:令第?[\d一二三四五六七八九十百]{1,6}号|第[\d一二三四五六七八九十百]{1,6}号令)(?:公布|发布|颁布)/u

/**
 * Who issued a document whose source does not say so: whose letterhead it has, whose order it is by its number, with
 * whom its title begins, who signed it, who adopted it or first published it. Null where none of these names bodies in
 * full, or two of them name different ones: a wrong body is worse than none.
 */
export function issuerIn(record: Lines, title: string | null, docNumber: string | null): Issuer | null {
  const { start, end } = headSpan(record)
  const { paragraphs } = record
  const letterhead = readLetterhead(paragraphs, start)
  const signed = signatures(paragraphs, letterhead.end)
  const ways: Issuer[] = [
    { names: letterhead.senders, from: text.from.letterhead },
    { names: ofNumber(docNumber), from: text.from.numberCode },
    { names: ofTitle(title ?? ''), from: text.from.titleBody },
    // A note that tells of several changes is long, and ends the head.
    { names: MADE.test(title ?? '') ? adoptedBy(paragraphs.slice(start, end + 1)) : [], from: text.from.adopted },
  ].filter(({ names }) => names.length > 0)
  const stated = ways.reduce<Issuer | null | undefined>(agreed, undefined)
  if (stated === null) return null
  if (stated !== undefined) return withSigners(stated, signed)
  const alone = onlySignature(signed, title ?? '')
  return alone === null ? null : { names: alone, from: text.from.signature }
}

/** One of two that say the same, the one that names more bodies; null where they differ. */
function agreed(one: Issuer | null | undefined, other: Issuer): Issuer | null {
  if (one === undefined) return other
  if (one === null) return null
  if (includes(one.names, other.names)) return one
  return includes(other.names, one.names) ? other : null
}

const includes = (all: readonly string[], some: readonly string[]): boolean =>
  some.every((name) => all.some((one) => isSameBody(one, name)))

/** Letterhead and title may name the first of several bodies only; all of them sign. */
function withSigners(stated: Issuer, signed: readonly string[][]): Issuer | null {
  const own = signed.find((names) => names.length > stated.names.length && includes(names, stated.names))
  if (own) return { names: own, from: text.from.signature }
  const isOwn = (names: readonly string[]): boolean => names.length > 0 && includes(stated.names, names)
  const isContradicted = signed.length === 1 && signed[0]!.length > 0 && !isOwn(signed[0]!)
  return isContradicted ? null : stated
}

function onlySignature(signed: readonly string[][], title: string): string[] | null {
  const [first, ...others] = signed
  if (first === undefined || first.length === 0) return null
  const isSame = (names: readonly string[]): boolean => names.length === first.length && includes(first, names)
  // Of what is passed on, one signature alone may be that of the other text.
  return PASSED_ON.test(title) ? (others.length > 0 ? first : null) : others.every(isSame) ? first : null
}

function ofNumber(number: string | null): string[] {
  const code = number === null ? undefined : parseDocNumber(number)?.code
  if (code === undefined) return []
  if (Object.hasOwn(CENTRAL_CODES, code)) return [CENTRAL_CODES[code]!]
  return ORDER_CODE.test(code) ? bodyNamesIn(code.replace(ORDER_CODE, '')) : []
}

function ofTitle(title: string): string[] {
  const beginning = BEGINNING.exec(title)?.[1]
  return beginning === undefined || ABOUT_ONE.test(title) || !endsLikeTitle(title) ? [] : bodyNamesIn(beginning)
}

function adoptedBy(head: readonly string[]): string[] {
  for (const line of head) {
    const note = line.replace(/\s/g, '')
    const [, region, congress] = ADOPTED.exec(note) ?? []
    if (region !== undefined) return bodyNamesIn(`${region}${congress}`)
    const publisher = ORDERED.exec(note)?.[1]
    if (publisher !== undefined) return bodyNamesIn(publisher)
  }
  return []
}
