import type { Cheerio, CheerioAPI } from 'cheerio/slim'
import { holds, textWithin, type AnyNode, type Element } from './html-node.js'
import { MAX_LABEL, MAX_VALUE, mayBeLabel, type IsLabel, type Pair } from './html-pair.js'

const TABLE = new Set(['table'])

/** A cell and what it says: nothing where it holds a table of its own or more than metadata does. */
interface Cell {
  at: Element
  said: string
}

/** Values that no label claims, and the labels of their row. */
interface Loose {
  label: string
  values: string[]
}

/** So many known labels make a table one of metadata, in which labels that nobody knows are labels, too. */
const MIN_KNOWN = 2

/** Pairs of cells in a row, and rows of labels above one row of values. */
export function tablePairs(page: CheerioAPI, mayRead: (node: AnyNode) => boolean, isLabel: IsLabel): Pair[] {
  const pairs: Pair[] = []
  page('table').each((_, table) => {
    const rows = rowsOf(page, table)
      .filter(mayRead)
      .map((row) => cellsOf(page, row))
    const found = pairsOfRows(rows, isLabel)
    const known = found.filter((pair) => pair.known).length
    for (const pair of known >= MIN_KNOWN ? [...found, ...rows.flatMap((row) => unknownPairs(row, isLabel))] : found)
      pairs.push(pair)
  })
  return pairs
}

function pairsOfRows(rows: readonly Cell[][], isLabel: IsLabel): Pair[] {
  const pairs: Pair[] = []
  for (let index = 0; index < rows.length; index++) {
    const columns = pairsOfColumns(rows, index, isLabel)
    // What stands below the headings of a list are other documents.
    if (!columns && isListHeading(rows, index)) return pairs
    for (const pair of columns ?? pairsOfRow(rows[index]!, isLabel)) pairs.push(pair)
    if (columns) index++
  }
  return pairs
}

/** The headings of a list: 序号　文件名称　文号, or nothing but heading cells, above rows of as many cells. */
function isListHeading(rows: readonly Cell[][], index: number): boolean {
  const [row, next] = [rows[index]!, rows[index + 1]]
  if (row.length < 3 || !next || next.length !== row.length) return false
  const isNumbered = /^(?:序\s*号|编\s*号|No\.?)$/i.test(row[0]!.said)
  return isNumbered || (row.every(({ at }) => at.tagName === 'th') && next.every(({ at }) => at.tagName !== 'th'))
}

/** Pairs of a row that is labels and values in turn, with labels that show neither by being known nor by a colon. */
function unknownPairs(cells: readonly Cell[], isLabel: IsLabel): Pair[] {
  if (cells.length % 2 !== 0) return []
  return cells.flatMap(({ said: label, at }, index) => {
    const value = cells[index + 1]
    if (index % 2 !== 0 || !value || isSurelyLabel(label, isLabel) || isSurelyLabel(value.said, isLabel)) return []
    return mayBeLabel(label) ? [{ label, value: value.said, known: false, at, nodes: [at, value.at] }] : []
  })
}

/**
 * What tables of metadata say in cells that belong to no label, by what stands beside them: rows with a cell too many,
 * and a row of values that are not as many as the labels above.
 */
export function looseCells(
  page: CheerioAPI,
  pairs: readonly Pair[],
  mayRead: (node: AnyNode) => boolean,
  isLabel: IsLabel,
): Loose[] {
  const paired = new Set(pairs.flatMap(({ nodes }) => nodes))
  const holdsPair = new Set(pairs.flatMap(({ at }) => (at.type === 'tag' && at.tagName === 'td' ? [at] : [])))
  const found: Loose[] = []
  page('table').each((_, table) => {
    const rows = rowsOf(page, table)
      .filter(mayRead)
      .map((row) => cellsOf(page, row).filter(({ said }) => said !== ''))
    const isHeading = rows.map((row) => row.length >= MIN_KNOWN && row.every(({ said }) => isLabel(said)))
    const known = rows.flat().filter(({ said, at }) => isLabel(said) || holdsPair.has(at)).length
    if (known < MIN_KNOWN) return
    rows.forEach((row, index) => {
      const labels = row.filter(({ said, at }) => isSurelyLabel(said, isLabel) || holdsPair.has(at))
      const others = row.filter((cell) => !labels.includes(cell) && !paired.has(cell.at))
      // Below the labels of a list stand several rows, which are other documents.
      const isBelow = isHeading[index - 1] === true && index === rows.length - 1 && labels.length === 0
      const beside = labels.length > 0 ? labels : isBelow ? rows[index - 1]! : []
      if (others.length === 0 || beside.length === 0) return
      found.push({
        label: beside.map(({ said }) => said.replace(/\s*[:：].*$/, '').replace(/\s+/g, '')).join('、'),
        values: others.map(({ said }) => said),
      })
    })
  })
  return found
}

/** The rows of the table itself, not those of tables in it. */
function rowsOf(page: CheerioAPI, table: AnyNode): Element[] {
  const own: Cheerio<Element> = page(table).children('thead, tbody, tfoot').addBack().children('tr') as Cheerio<Element>
  return own.toArray()
}

function cellsOf(page: CheerioAPI, row: Element): Cell[] {
  const cells = page(row).children('td, th').toArray() as Element[]
  return cells.map((at) => ({ at, said: holds(at, TABLE) ? '' : (textWithin(at, MAX_VALUE) ?? '') }))
}

/** What can only be a label: that of a field, or short words with a colon. */
const isSurelyLabel = (said: string, isLabel: IsLabel): boolean =>
  isLabel(said) || (said.length <= MAX_LABEL && /[^:：][:：]$/.test(said))

/**
 * A row in which every cell is a label, above one row of values. Label, empty, label, empty is a row of pairs; below
 * the labels of a list stand several rows, which are other documents.
 */
function pairsOfColumns(rows: readonly Cell[][], index: number, isLabel: IsLabel): Pair[] | null {
  const [labels, values, next] = rows.slice(index, index + 3)
  if (!labels || !values || labels.length < 2 || labels.length !== values.length) return null
  const isHeading = (row: Cell[]): boolean => row.every(({ said }) => isLabel(said))
  if (!isHeading(labels) || values.some(({ said }) => isSurelyLabel(said, isLabel))) return null
  if (next && next.length === labels.length && !next.some(({ said }) => isSurelyLabel(said, isLabel))) return null
  return labels.map(({ said, at }, column) => ({
    ...{ label: said, value: values[column]!.said, known: true, at },
    nodes: [at, values[column]!.at],
  }))
}

function pairsOfRow(cells: readonly Cell[], isLabel: IsLabel): Pair[] {
  const pairs: Pair[] = []
  for (let index = 0; index < cells.length - 1; index++) {
    const { said: label, at } = cells[index]!
    const { said: value, at: valueAt } = cells[index + 1]!
    // An empty value may be left out altogether: the next label is none.
    if (!isSurelyLabel(label, isLabel) || isSurelyLabel(value, isLabel)) continue
    pairs.push({ label, value, known: isLabel(label), at, nodes: [at, valueAt] })
    index++
  }
  return pairs
}

/** `<dt>` and the `<dd>` that follows it; labels that nobody knows beside known ones. */
export function definitionPairs(page: CheerioAPI, mayRead: (node: AnyNode) => boolean, isLabel: IsLabel): Pair[] {
  const pairs: Pair[] = []
  page('dt').each((_, at) => {
    const label = textWithin(at, MAX_LABEL) ?? ''
    const value = page(at).next('dd')[0]
    if (!mayRead(at) || !value || !(isLabel(label) || mayBeLabel(label))) return
    const said = textWithin(value, MAX_VALUE) ?? ''
    pairs.push({ label, value: said, known: isLabel(label), at, nodes: [at, value] })
  })
  const lists = new Set(pairs.filter(({ known }) => known).map(({ at }) => at.parent))
  return pairs.filter(({ known, at }) => known || lists.has(at.parent))
}
