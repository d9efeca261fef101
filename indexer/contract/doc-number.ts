import { readCount, readYear } from './numerals.js'

/**
 * A document number (发文字号, GB/T 9704—2012): issuing code, year and serial, 国发〔2021〕5号. Orders are counted
 * without a year: 国务院令第711号.
 */
export interface DocNumber {
  code: string
  year: number | null
  number: number
}

/** How a document number may be written, as sources of regular expressions; full-width digits and brackets included. */
export const NUMBER_PARTS = {
  open: '[〔﹝\\[［(（【〖〈《{]',
  close: '[〕﹞\\]］)）】〗〉》}]',
  year: '(?:[0-9０-９]{4}|[〇零○◯0０一二三四五六七八九]{4})',
  serial: '(?:[0-9０-９]{1,5}|[一二三四五六七八九十百千零〇]{1,9})',
  /** What codes of numbers without brackets end with; other words before a year are only words. */
  codeEnd: '[发發函令字复復]',
  /** What is counted without brackets round its year, and without a year too. */
  counted: '(?:令|公告|通告)',
}

const { open, close, year, serial, codeEnd, counted } = NUMBER_PARTS
const pattern = (source: string): RegExp => new RegExp(`^${source}$`, 'u')
const BRACKETED = pattern(`([\\p{L}\\p{N}·]*?\\p{L})${open}(${year})年?${close}?第?(${serial})(?:号(?:文件?)?)?`)
/** Without brackets there must be something between year and number: 国发2021 5号, 国发 2021-5. */
const SEPARATED = pattern(`((?:[\\p{Script=Han}·] ?){1,20}?) ?(${year}) ?(?:[ 年\\-—–/.,、]|第)+ ?(${serial}) ?(号?)`)
/** A year has four digits, so even 国发20215号 says one thing only. */
const CLOSED_UP = pattern(`([\\p{Script=Han}·]*?${codeEnd})((?:19|20)\\d{2}|[〇零○一二三四五六七八九]{4})(\\d{1,4})号`)
const ORDER = pattern(`([\\p{Script=Han}·]*?${counted})第?(${serial})号`)
/** As orders are spoken of: 国务院第711号令, 第七十三号主席令. */
const SPOKEN_ORDER = pattern(`([\\p{Script=Han}·]{1,20})第(${serial})号令`)
const ORDER_LAST = pattern(`第(${serial})号([\\p{Script=Han}·]{1,20}令)`)

/** As `parseDocNumber`, and whether the text can be meant as nothing else: 招商引资 2021-8 may be a month. */
export function readDocNumber(value: string): { number: DocNumber; certain: boolean } | null {
  const text = value
    .normalize('NFKC')
    .replace(/號/g, '号')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\(([^()].*)\)$/, '$1')
  const compact = text.replace(/ /g, '')
  const found = (certain: boolean, match: (string | undefined)[]) => {
    const number = docNumber(match)
    return number && { number, certain }
  }
  const sure = BRACKETED.exec(compact) ?? CLOSED_UP.exec(compact)
  if (sure) return found(true, sure)
  const order = ORDER.exec(compact)
  if (order) return found(true, [order[0], order[1], undefined, order[2]])
  const spoken = SPOKEN_ORDER.exec(compact)
  if (spoken) return found(true, [spoken[0], `${spoken[1]!}令`, undefined, spoken[2]])
  const last = ORDER_LAST.exec(compact)
  if (last) return found(true, [last[0], last[2], undefined, last[1]])
  const separated = SEPARATED.exec(text)
  if (!separated) return null
  return found(separated[4] === '号' || new RegExp(`${codeEnd} ?$`, 'u').test(separated[1]!), separated)
}

/**
 * Reads a document number however it was typed: `国发[2021]5号`, `国发（２０２１）05号`, `国发2021 5号`, 国务院令第七百一十一号.
 * Null for anything else, and for the empty number 无〔〕号.
 */
export function parseDocNumber(value: string): DocNumber | null {
  return readDocNumber(value)?.number ?? null
}

function docNumber([, code, yearText, serialText]: (string | undefined)[]): DocNumber | null {
  const year = yearText === undefined ? null : readYear(yearText)
  const number = readCount(serialText!)
  if (number === null || number === 0 || (yearText !== undefined && year === null)) return null
  if (year !== null && (year < 1900 || year > 2999)) return null
  return { code: code!.replace(/\s/g, ''), year, number }
}

const COUNTED_CODE = new RegExp(`${counted}$`, 'u')

/** The standard form: six-angle brackets, no 第, no leading zero; of announcements and orders, theirs (2021年第5号). */
export function formatDocNumber({ code, year, number }: DocNumber): string {
  if (year === null) return `${code}第${number}号`
  return COUNTED_CODE.test(code) ? `${code}${year}年第${number}号` : `${code}〔${year}〕${number}号`
}

/** True for the ways a record says that it has no number: empty, 无, 无〔〕号, 〔〕号, a dash or a stroke. */
export function isNoDocNumber(value: string): boolean {
  return /^(无|暂无|没有|无文号|[-—/]+|null)?[〔[(（【]?[〕\])）】]?号?$/.test(value.replace(/\s/g, ''))
}
