/**
 * Dates as Chinese government records write them, read into ISO form and no further than they say:
 * a year alone stays a year.
 */

const HAN_DIGITS: Record<string, string> = {
  // Typists write the zero of 二〇一四 as a circle, a letter or an Arabic digit.
  〇: '0',
  '○': '0',
  '◯': '0',
  零: '0',
  O: '0',
  o: '0',
  '0': '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}

const HAN_DIGIT = '〇○◯零Oo0一二三四五六七八九'
const HAN_RUN = new RegExp(`^[${HAN_DIGIT}]+$`)

/** 二〇二一 → 2021; 二十四 → 24; null when the text is not a Chinese number below 100 or a run of digits. */
function hanNumber(text: string): number | null {
  if (text === '元') return 1
  if (HAN_RUN.test(text)) return Number([...text].map((digit) => HAN_DIGITS[digit]).join(''))
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(
    text.replace('廿', '二十').replace('卅', '三十'),
  )
  return tens ? Number(HAN_DIGITS[tens[1] ?? '一']) * 10 + Number(HAN_DIGITS[tens[2] ?? '零']) : null
}

const DIGITS = '[0-9]'
const HAN = `[${HAN_DIGIT}十廿卅元]`
/** A date anywhere in a text; the groups are year, month and day in either script. */
const DATE_IN_TEXT = new RegExp(
  `(?<![0-9])(?:(${DIGITS}{4})|([${HAN_DIGIT}]{4}))\\s*年(?:\\s*(${DIGITS}{1,2}|${HAN}{1,3})\\s*月(?:份|\\s*(${DIGITS}{1,2}|${HAN}{1,3})\\s*[日号])?)?`,
  'g',
)
/** What may follow a date; looked for right behind it, since from every space on it would be looked for anew. */
const TIME_OF_DAY = /^\s*(?:\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}[时点](?:\d{1,2}分(?:\d{1,2}秒)?)?)?$/
const WEEKDAY = /\(?(?:星期|周)[一二三四五六日天]\)?/
/** Each character set apart, as character recognition reads a line that is spread over the page: 2 0 2 1 年 3 月 5 日. */
const SPREAD = /^\S(?:\s\S)+$/
const ISO_LIKE = /^(\d{4})(?:\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{1,2}))?)?(?:[T\s]\s*\d{1,2}:\d{2}.*)?$/
const COMPACT = /^(\d{4})(\d{2})(?:(\d{2})(?:\d{6})?)?$/

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null
  return /^\d+$/.test(text) ? Number(text) : hanNumber(text)
}

/** Joins the parts into ISO form; null where they are no real date (2021-02-30) or outside the years 1000 to 2999. */
function isoDate(year: number | null, month: number | null, day: number | null): string | null {
  if (year === null || year < 1000 || year > 2999) return null
  const parts = [String(year)]
  if (month !== null) {
    if (month < 1 || month > 12) return null
    parts.push(String(month).padStart(2, '0'))
    if (day !== null) {
      if (day < 1 || day > daysInMonth(year, month)) return null
      parts.push(String(day).padStart(2, '0'))
    }
  }
  return parts.join('-')
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function fromMatch(match: RegExpExecArray): string | null {
  return isoDate(numberOf(match[1] ?? match[2]), numberOf(match[3]), numberOf(match[4]))
}

/**
 * Reads a whole value as one date: `2021`, `2021-08`, `2021-08-24`, `2021/8/24`, `20210824`, `2021年8月24日`,
 * `20210824103000`, `(2021年8月24日)`, `二〇二一年八月二十四日`, `2021-08-24 10:30`, `2021年8月24日10时30分`, each with a day of the week. Returns ISO form, or null where it is no date.
 */
export function parseDate(value: string): string | null {
  const text = value
    .normalize('NFKC')
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .replace(WEEKDAY, '')
    .trim()
    .replace(SPREAD, (spread) => spread.replace(/\s/g, ''))
  const [written] = text.matchAll(DATE_IN_TEXT)
  if (written?.index === 0 && TIME_OF_DAY.test(text.slice(written[0].length))) return fromMatch(written)
  const plain = ISO_LIKE.exec(text) ?? COMPACT.exec(text)
  return plain ? isoDate(numberOf(plain[1]), numberOf(plain[2]), numberOf(plain[3])) : null
}

/** Every real date with a year 年 in a running text, in order, in ISO form. */
export function findDates(text: string): string[] {
  return [...text.normalize('NFKC').matchAll(DATE_IN_TEXT)].flatMap((match) => fromMatch(match) ?? [])
}

/** The first date with a year 年 in a running text, in ISO form, or null. */
export function findDate(text: string): string | null {
  return findDates(text)[0] ?? null
}

/** First and last day that a partial date may mean, as numbers that sort: `2021-08` → [20210801, 20210831]. */
export function dayRange(date: string): [number, number] {
  const [year, month, day] = date.split('-').map(Number) as [number, number?, number?]
  const first = year * 10000 + (month ?? 1) * 100 + (day ?? 1)
  const lastMonth = month ?? 12
  return [first, year * 10000 + lastMonth * 100 + (day ?? daysInMonth(year, lastMonth))]
}

const IN_CHINA = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })

/**
 * The day in China at an instant (a date, or milliseconds since 1970), as `2021-08-24`. It is eight hours ahead of UTC,
 * and was nine in the summers of 1986 to 1991.
 */
export function chinaDay(instant: Date | number): string {
  return IN_CHINA.format(instant)
}
