import { bodyPath } from '../contract/bodies.js'
import { isBodyLine } from './body-line.js'

/** What stands behind the name of a body that signed, or below it: its seal, or that it signed for another. */
const SEAL = '[（(](?:盖章|公章|印章|签章|章|印|代章)[）)]'
const SEALED = new RegExp(`${SEAL}$`)
const ONLY_SEAL = new RegExp(`^${SEAL}$`)
/** Which place is meant shows only by where the document was issued: 我市教育局, 开发区管委会. */
const ANY_REGION =
  /^(?:[我本全各该两]|有关|相关|所属|(?:高新|高新技术产业|经济|经济技术|开发|经开|工业园|产业园|综合保税|保税|示范|新|城|郊|主城|老城|市|园|景|风景|矿|林|库|校|社|片|辖|牧|农|山)区)/
/** Bodies of the state as a whole that are in no list. */
const CENTRAL = /^(?:国务院|国家|全国|中央|中共中央|最高人民)/
/** Two names that stand together without a space: one ends where the other begins. */
const JOINED =
  /(?:政府|[局厅委办署]|委员会|办公[厅室])[^（(]*[省市区县旗](?:政府|人民政府|[^省市区县旗]{2,}[局厅委])|^(?:中央|国家|国务院).*[委部局署].{2,}[部局署]$/

/** True for a line on which there is a seal and nothing else. */
export const isSealLine = (line: string): boolean => ONLY_SEAL.test(line.trim())

/**
 * The bodies that a line names and nothing else, each by a name that says which one it is: 青梧区民政局　青梧区财政局.
 * None where one of them is a short name, 区民政局, or only a kind of body: it is another body elsewhere.
 */
export function bodyNamesIn(line: string): string[] {
  const plain = line.trim().replace(SEALED, '')
  if (!isBodyLine(plain)) return []
  const words = plain.split(/[\s、]+/).filter((word) => word !== '')
  // Letters are spaced to fill a line: 青 梧 区 民 政 局.
  const isSpaced = words.some((word) => [...word].length === 1)
  const names = (isSpaced ? [words.join('')] : words).flatMap(apart).map(usual)
  return names.every(isFullName) ? names : []
}

const isCentral = (name: string): boolean => bodyPath(name).startsWith('中央/')

/** Two central bodies that stand together without a space, 中共中央组织部教育部; one, whatever it is, as it stands. */
function apart(name: string): string[] {
  if (isCentral(name)) return [name]
  for (let at = 2; at <= name.length - 2; at++) {
    const [first, second] = [name.slice(0, at), name.slice(at)]
    if (isCentral(first) && isCentral(second)) return [first, second]
  }
  return [name]
}

/** The name as it is written elsewhere: without the state before a central body's, and without the term of a congress. */
function usual(name: string): string {
  const short = name.replace(/^中华人民共和国/, '')
  return (isCentral(short) || CENTRAL.test(short) || /部$/.test(short) ? short : name).replace(
    /第[\d一二三四五六七八九十]{1,4}届(?=人民代表大会|委员会)/,
    '',
  )
}

function isFullName(name: string): boolean {
  if (!isBodyLine(name) || ANY_REGION.test(name) || JOINED.test(name)) return false
  return bodyPath(name).includes('/') || CENTRAL.test(name)
}

/** Whether two names are those of one body: 中共青梧区委 and 中共青梧区委员会, 澜州市青梧区民政局 and 青梧区民政局. */
export function isSameBody(one: string, other: string): boolean {
  const [first, second] = [plainest(one), plainest(other)]
  return first.endsWith(second) || second.endsWith(first)
}

const plainest = (name: string): string => name.replace(/人民(?=政府)/g, '').replace(/委员会/g, '委')
