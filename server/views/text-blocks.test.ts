import { describe, expect, it } from 'vitest'
import type { Mark } from '../search/types.js'
import { sampleDocument } from '../testing/memory-archive.js'
import { textBlocks } from './text-blocks.js'

const blocksOf = (paragraphs: string[], marks: Mark[][] = []) =>
  textBlocks({ paragraphs, outline: [] }, marks, (paragraph) => `/d/x#p${paragraph}`)
const TABLE = ['见下表，单位为万吨。', '品种　去年　今年', '稻谷　120　125', '小麦　80　78', '以上为快报数。']

describe('textBlocks', () => {
  it('numbers paragraphs from 1 and gives headings their level', () => {
    const { paragraphs, outline } = sampleDocument()
    const blocks = textBlocks({ paragraphs, outline }, [], String).map(({ paragraph }) => paragraph)
    expect(blocks.map((paragraph) => paragraph?.id)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5'])
    expect(blocks[3]).toMatchObject({ kind: 'heading', level: 2 })
    expect(blocks[4]).toMatchObject({ kind: 'text', level: null })
  })

  it('puts rows into a table in which each keeps its number and link', () => {
    const blocks = blocksOf(TABLE)
    expect(blocks.map(({ paragraph }) => paragraph?.id)).toEqual(['p1', undefined, 'p5'])
    expect(blocks[1]?.table).toMatchObject({
      label: '表格（第 2 至 4 段）',
      header: { id: 'p2' },
      rows: [{ id: 'p3', url: '/d/x#p3', permalink: '第 3 段的永久链接' }, { id: 'p4' }],
    })
  })

  it('marks what is found within its cell, also where it runs on into the next', () => {
    const row = blocksOf(TABLE, [[], [], [[1, 6]]])[1]!.table!.rows[0]!
    expect(row.cells.map(({ segments }) => segments.filter(({ mark }) => mark).map(({ text }) => text))).toEqual([
      ['谷'],
      ['120'],
      [],
    ])
    expect(row.cells.map(({ isFigure }) => isFigure)).toEqual([false, true, true])
  })
})
