import type { CheerioAPI } from 'cheerio/slim'
import { readDocNumber } from '../contract/doc-number.js'
import { holds, holdsLink, textWithin, type Element } from './html-node.js'
import { pairIn } from './html-line.js'
import type { PlaceOf } from './html-place.js'

/** Elements that are a line each, where they hold no other of them. */
const LINES = new Set('p div center h2 h3 h4 h5 h6 td ul ol dl table'.split(' '))
const SELECTOR = 'p, div, center, h1, h2, h3, h4, h5, h6, td'
const LONGEST = 200
const DAY =
  '(?:(?:19|20)\\d{2}|[〇○零一二三四五六七八九]{4})年\\s*[\\d一二三四五六七八九十]{1,2}月\\s*[\\d一二三四五六七八九十]{1,3}日'
/** A day in brackets, alone, with who speaks, or with who passed and published the document. */
const DATED_NOTE = new RegExp(`^[^，。；]{0,30}[（(][^（()）]{0,60}?${DAY}[^]*[）)]$`)
/** ——2021年1月18日在区第三届人民代表大会第一次会议上 */
const OCCASION = /^[—―─－-]{1,3}.{4,100}$/

/**
 * The lines between the title of a page and its text with which the document itself begins: its number, unless that is
 * known, its date in brackets with who speaks or published it, on what occasion. Templates have places of their own for
 * them. None where the title stands nowhere above the text.
 */
export function linesAbove(page: CheerioAPI, title: string, isNumberKnown: boolean, placeOf: PlaceOf): Element[] {
  const name = squeeze(title)
  let isBelowTitle = false
  let found: Element[] = []
  if (name === '') return found
  page(SELECTOR).each((_, line) => {
    if (placeOf(line) !== 'before' || holds(line, LINES)) return
    const words = textWithin(line, LONGEST) ?? ''
    if (squeeze(words) === name) {
      isBelowTitle = true
      found = []
    } else if (isBelowTitle && isOfDocument(words, isNumberKnown) && isAlone(page, line) && !holdsLink(line))
      found.push(line)
  })
  return found
}

function isOfDocument(words: string, isNumberKnown: boolean): boolean {
  if (DATED_NOTE.test(words)) return !pairIn(words)
  if (OCCASION.test(words)) return true
  const number = isNumberKnown ? null : readDocNumber(words)
  return number !== null && number.certain && number.number.year !== null
}

/** Whether no other cell stands beside a line, and it is no entry of a list. */
function isAlone(page: CheerioAPI, line: Element): boolean {
  if (page(line).closest('li, dd').length > 0) return false
  const cells = page(line).closest('tr').children().toArray()
  return cells.filter((cell) => textWithin(cell, 0) !== '').length <= 1
}

const squeeze = (words: string): string => words.replace(/\s+/g, '')
