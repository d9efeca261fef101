/** A document number (发文字号, GB/T 9704—2012): issuing code, year and serial: 国发〔2021〕5号. */
export interface DocNumber {
  code: string
  year: number
  number: number
}

const OPEN = '[〔\\[(【〈《{]'
const CLOSE = '[〕\\])】〉》}]'
const BRACKETED = new RegExp(
  `^([\\p{L}\\p{N}·]*?\\p{L})\\s*${OPEN}\\s*(\\d{4})\\s*年?\\s*${CLOSE}\\s*第?\\s*0*(\\d{1,5})\\s*号?$`,
  'u',
)
/** Without brackets there must be something between year and number: 国发2021 5号, 国发 2021-5. */
const BARE = /^([\p{Script=Han}·]{1,20}?)\s*(\d{4})\s*(?:[\s年\-—/.,、]|第)+\s*0*(\d{1,5})\s*号?$/u

/**
 * Reads a document number however it was typed: `国发[2021]5号`, `国发（２０２１）05号`, `国发2021 5号`.
 * Null for anything else, and for the empty number 无〔〕号.
 */
export function parseDocNumber(value: string): DocNumber | null {
  const text = value
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\(([^()].*)\)$/, '$1')
  const match = BRACKETED.exec(text.replace(/ /g, '')) ?? BARE.exec(text)
  if (!match) return null
  const number = Number(match[3])
  const year = Number(match[2])
  if (number === 0 || year < 1900 || year > 2999) return null
  return { code: match[1]!.replace(/\s/g, ''), year, number }
}

/** The standard form: six-angle brackets, no 第, no leading zero. */
export function formatDocNumber({ code, year, number }: DocNumber): string {
  return `${code}〔${year}〕${number}号`
}

/** True for the ways a record says that it has no number: empty, 无, 无〔〕号, 〔〕号, a dash or a stroke. */
export function isNoDocNumber(value: string): boolean {
  return /^(无|暂无|没有|无文号|[-—/]+|null)?[〔[(（【]?[〕\])）】]?号?$/.test(value.replace(/\s/g, ''))
}
