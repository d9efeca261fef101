import type { Cheerio, CheerioAPI } from 'cheerio'
import { isBlock, type AnyNode, type Element } from './html-node.js'
import type { ExtractedRecord } from '../record.js'
import { isBlank } from './fields.js'
import { labelled, ListLabels } from './html-list.js'

/** A table whose cells hold more than this is there for the page's layout. */
const MAX_CELL = 300

/** Turns the elements of the text into paragraphs: one a block, one a table row, headings noted with their level. */
export function readBlocks(page: CheerioAPI, main: Cheerio<AnyNode>, record: ExtractedRecord): void {
  const labels = new ListLabels(page)
  let line = ''
  let level: number | null = null
  let prefix = ''

  const flush = (): void => {
    const paragraph = tidy(line)
    line = ''
    if (isBlank(paragraph)) return
    record.paragraphs.push(labelled(paragraph, prefix))
    prefix = ''
    if (level !== null) record.headings.push({ paragraph: record.paragraphs.length - 1, level })
  }

  const visit = (node: AnyNode, preformatted: boolean): void => {
    if (node.type === 'text') {
      if (!preformatted) line += node.data
      else
        node.data.split('\n').forEach((part, index) => {
          if (index > 0) flush()
          line += part
        })
      return
    }
    if (node.type !== 'tag') return
    const element = node as Element
    const name = element.tagName.toLowerCase()
    if (name === 'br') {
      // In a heading a break is only where the line was full.
      if (level === null) flush()
      return
    }
    const block = isBlock(element)
    if (block) flush()
    if (name === 'table' && isDataTable(page, element)) {
      for (const row of rows(page, element)) {
        line = row
        flush()
      }
      return
    }
    const heading = /^h([1-6])$/.exec(name)
    if (heading) level = Number(heading[1])
    if (name === 'li') prefix = labels.of(element)
    for (const child of element.children) visit(child, preformatted || name === 'pre')
    if (block) flush()
    if (heading) level = null
    if (name === 'li') prefix = ''
  }

  for (const element of main.toArray()) {
    visit(element, false)
    flush()
  }
}

/** As a browser shows it: white space of the source is one space, none between two Chinese characters. */
function tidy(line: string): string {
  return line
    .replace(/[ \t\n\r\f]+/g, (space, offset: number) =>
      space.includes('\n') && isWide(line[offset - 1]) && isWide(line[offset + space.length]) ? '' : ' ',
    )
    .trim()
}

const isWide = (character: string | undefined): boolean => character !== undefined && character >= '\u2e80'

function isDataTable(page: CheerioAPI, table: Element): boolean {
  const cells = page(table).find('td, th')
  return (
    page(table).find('table').length === 0 &&
    page(table)
      .find('tr')
      .toArray()
      .some((row) => page(row).children('td, th').length > 1) &&
    cells.toArray().every((cell) => page(cell).text().length <= MAX_CELL)
  )
}

/** A line a row; an ideographic space sets the cells apart without adding a character that search would see. */
function rows(page: CheerioAPI, table: Element): string[] {
  return page(table)
    .find('caption, tr')
    .toArray()
    .map((row) =>
      row.tagName === 'caption'
        ? page(row).text()
        : page(row)
            .children('td, th')
            .toArray()
            .map(cellText)
            // Empty cells keep their place, so that figures stay below their headings.
            .join('　'),
    )
}

/** What needs no space after it, such as the number of a heading. */
const SETS_APART = /[）】》]$/

/** Ends a line within a cell; unlike the white space of the source, which tidying takes away. */
const LINE_END = '\u2028'

/** What a cell says, a space between what stands on lines of its own: 张三 李四, but （三）合理用药. */
function cellText(cell: AnyNode): string {
  const lines = linesOf(cell)
    .split(LINE_END)
    .map(tidy)
    .filter((line) => line !== '')
  return lines.reduce((text, line) => text + (text === '' || SETS_APART.test(text) ? '' : ' ') + line, '')
}

function linesOf(node: AnyNode): string {
  if (node.type === 'text') return node.data
  if (node.type === 'tag' && node.tagName === 'br') return LINE_END
  const inner = 'children' in node ? node.children.map(linesOf).join('') : ''
  return isBlock(node) ? LINE_END + inner + LINE_END : inner
}
