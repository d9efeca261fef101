import type { ArchiveDocument } from '../../indexer/contract/document.js'
import type { Mark } from '../search/types.js'
import { t } from '../text.zh.js'
import { segments, type Segment } from './marked.js'
import { findTables, type TableRows } from './table-rows.js'
import { textKinds, type TextKind } from './text-kind.js'

/** What every paragraph has, however it is set. */
interface Numbered {
  id: string
  /** The permanent address of the paragraph, on this site. */
  url: string
  permalink: string
}

export interface ParagraphView extends Numbered {
  segments: Segment[]
  kind: TextKind
  /** For `aria-level` of a heading; null for other kinds. */
  level: number | null
}

export interface RowView extends Numbered {
  cells: { segments: Segment[]; isFigure: boolean }[]
}

export interface TableView {
  label: string
  /** Names the columns; null where that is not certain. */
  header: RowView | null
  rows: RowView[]
}

/** A piece of the text: one of the two, the other null. */
export interface TextBlock {
  paragraph: ParagraphView | null
  table: TableView | null
}

/** The whole text in order: paragraphs, and those that are rows of one table together. */
export function textBlocks(
  { paragraphs, outline }: Pick<ArchiveDocument, 'paragraphs' | 'outline'>,
  marks: readonly Mark[][],
  urlOf: (paragraph: number) => string,
): TextBlock[] {
  const levels = new Map(outline.map(({ paragraph, level }) => [paragraph, level]))
  const kinds = textKinds(paragraphs, new Set(levels.keys()))
  const numbered = (index: number): Numbered => ({
    id: `p${index + 1}`,
    url: urlOf(index + 1),
    permalink: t.document.permalink(index + 1),
  })
  const paragraphView = (index: number): ParagraphView => ({
    ...numbered(index),
    segments: segments(paragraphs[index]!, marks[index] ?? []),
    kind: kinds[index]!,
    // The page's title is the heading of level 1.
    level: kinds[index] === 'heading' ? (levels.get(index + 1) ?? 1) + 1 : null,
  })
  const tableView = ({ first, rows, hasHeader, figures }: TableRows): TableView => {
    const [header, ...others] = rows.map((cells, row) => ({
      ...numbered(first + row),
      cells: cells.map(([start, end], column) => ({
        segments: segments(paragraphs[first + row]!.slice(start, end), within(marks[first + row] ?? [], start, end)),
        isFigure: figures[column]!,
      })),
    }))
    const label = t.document.table(first + 1, first + rows.length)
    return hasHeader ? { label, header: header!, rows: others } : { label, header: null, rows: [header!, ...others] }
  }
  const blocks: TextBlock[] = []
  const tables = findTables(paragraphs, kinds)
  for (let index = 0; index < paragraphs.length; index++) {
    if (tables[0]?.first !== index) {
      blocks.push({ paragraph: paragraphView(index), table: null })
      continue
    }
    const table = tables.shift()!
    blocks.push({ paragraph: null, table: tableView(table) })
    index += table.rows.length - 1
  }
  return blocks
}

/** Marks of a paragraph as they stand in a piece of it. */
function within(marks: readonly Mark[], start: number, end: number): Mark[] {
  return marks.map(([from, to]): Mark => [Math.max(from, start) - start, Math.min(to, end) - start])
}
