import type { CheerioAPI } from 'cheerio/slim'

/** A script that writes a date that it holds itself: `document.write("2015-06-07 09:12".substring(0,10));`. */
const WRITES_DATE = new RegExp(
  '^\\s*(?:<!--)?\\s*(?:var\\s+(\\w{1,30})\\s*=\\s*["\']([^"\'<>]{1,60})["\']\\s*;?\\s*)?' +
    'document\\.write(?:ln)?\\s*\\(\\s*(?:["\']([^"\'<>]{1,60})["\']|(\\w{1,30}))\\s*' +
    '(?:\\.(substring|substr|slice)\\(\\s*(\\d{1,2})\\s*,\\s*(\\d{1,2})\\s*\\))?\\s*\\)\\s*;?\\s*(?:(?://)?-->)?\\s*$',
)
const LONGEST_SCRIPT = 400
const DATE = /\d{4}\s*[-/.年]\s*\d{1,2}/

/** Puts the dates that scripts of a page write, and state as they stand, in their place. Nothing is run. */
export function putWrittenDates(page: CheerioAPI): void {
  page('script').each((_, script) => {
    const code = page(script).text()
    if (code.length > LONGEST_SCRIPT) return
    const [, name, held, literal, used, how, from, to] = WRITES_DATE.exec(code) ?? []
    const value = literal ?? (used !== undefined && used === name ? held : undefined)
    if (value === undefined || !DATE.test(value)) return
    const [start, end] = [Number(from ?? 0), Number(to ?? value.length)]
    page(script).replaceWith(value.slice(start, how === 'substr' ? start + end : end))
  })
}
