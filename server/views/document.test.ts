import { describe, expect, it } from 'vitest'
import type { ArchiveDocument } from '../../indexer/contract/document.js'
import { sampleDocument } from '../testing/memory-archive.js'
import { NOTHING_RELATED } from '../testing/nothing-related.js'
import { facetUrl, seriesUrl } from '../urls.js'
import { citation } from './citation.js'
import { documentView } from './document.js'
import { metadataTable, metadataTables } from './metadata-table.js'

const visit = {
  ...{ q: '', marks: [], back: null, related: NOTHING_RELATED, origin: 'https://x.gov.cn' },
  now: new Date('2026-07-02T00:00:00Z'),
}

describe('documentView', () => {
  it('tells how many places of the text are marked and where the first one is', () => {
    const marked = (paragraph: number[][]) =>
      documentView(sampleDocument({ paragraphs: ['甲乙', '乙甲甲'] }), {
        ...visit,
        q: '甲',
        marks: [[[0, 1]], ...paragraph.map((starts) => starts.map((start): [number, number] => [start, start + 1]))],
      }).marked
    expect(marked([[], [1]])).toMatchObject({ text: '已标出与“甲”匹配的 1 处文字', first: '#p2' })
    expect(marked([[0], [1]])).toMatchObject({ text: '已标出与“甲”匹配的 2 处文字', first: '#p1' })
    expect(marked([[], []])).toMatchObject({ text: '正文中没有与“甲”匹配的文字', first: null })
  })

  it('shows of a heading that runs on its first sentence in the outline', () => {
    const paragraphs = ['（一）抓项目。要抓紧，要抓实。', `${'长'.repeat(50)}`]
    const outline = paragraphs.map((_, index) => ({ level: 2, paragraph: index + 1 }))
    const view = documentView(sampleDocument({ paragraphs, outline }), visit)
    expect(view.outline.map(({ title, url }) => [url, title])).toEqual([
      ['#p1', '（一）抓项目'],
      ['#p2', `${'长'.repeat(40)}…`],
    ])
  })
})

describe('metadataTable', () => {
  it('shows the fields of a hit even where nothing is stated, others only where something is', () => {
    const labels = metadataTable(sampleDocument()).map(({ label }) => label)
    expect(labels).toContain('文号')
    expect(labels).not.toContain('施行日期')
    expect(metadataTable(sampleDocument({ effective: '2021-09' })).map(({ label }) => label)).toContain('施行日期')
  })

  it('shows the hierarchy of a body where it has one', () => {
    const labels = (issuer: string, bodies: string[]) =>
      metadataTable(sampleDocument({ issuer, bodies })).map(({ label }) => label)
    expect(labels('国务院', ['国务院'])).not.toContain('机构层级')
    expect(labels('市水务局', ['某市/市水务局'])).toContain('机构层级')
    expect(labels('卫生部', ['国家卫生健康委员会'])).toContain('机构层级')
  })

  it('leads from each of several issuing bodies to its documents', () => {
    const row = metadataTable(sampleDocument({ issuer: '甲部、乙局' })).find(({ name }) => name === 'issuer')
    expect(row?.values.map(({ text, url }) => [text, url])).toEqual([
      ['甲部', facetUrl('issuer', '甲部')],
      ['乙局', facetUrl('issuer', '乙局')],
    ])
  })

  it('begins with what has to be known before the text, and does not repeat the title', () => {
    const { main, more, moreLabel } = metadataTables(sampleDocument())
    expect(main.map(({ label }) => label)).toEqual(['发布机构', '文号', '成文日期', '有效性'])
    expect([...main, ...more].map(({ name }) => name)).not.toContain('title')
    expect(more.map(({ name }) => name)).toContain('index_number')
    expect(moreLabel).toBe(`更多文件信息（${more.length} 项）`)
  })

  it('leads from a number to its series, and from nothing else', () => {
    const parts = { code: '国发', year: 2021, number: 5 }
    const seriesOf = (document: ArchiveDocument) => metadataTable(document).flatMap(({ series }) => series ?? [])
    const numbered = sampleDocument({ doc_number: '国发〔2021〕5号', doc_number_parts: parts })
    expect(seriesOf(numbered)).toEqual([seriesUrl(parts)])
    expect(seriesOf(sampleDocument())).toEqual([])
  })

  it('shows the day in China on which the document came into the archive', () => {
    const added = (document: ArchiveDocument) => metadataTable(document).find(({ label }) => label === '入库日期')
    expect(added(sampleDocument())?.values[0]?.text).toBe('2024年5月6日')
    expect(added(sampleDocument({ added: null }))).toBeUndefined()
  })

  it('leads to all documents with the same value, and out to the source', () => {
    const table = metadataTable(sampleDocument({ url: 'https://y.gov.cn/1' }))
    const value = (label: string) => table.find((row) => row.label === label)?.values[0]
    expect(value('成文日期')).toEqual({ text: '2021年8月24日', url: '/search?year=2021', external: false })
    expect(value('主题分类')?.text).toBe('综合政务 › 其他')
    expect(value('原文网址')).toEqual({ text: 'https://y.gov.cn/1', url: 'https://y.gov.cn/1', external: true })
    expect(table.find((row) => row.label === '讲话人')?.derived).toBe('自动提取')
  })
})

describe('citation', () => {
  it('follows GB/T 7714—2025', () => {
    const document = sampleDocument({ doc_number: '国发〔2021〕5号', issuer: '国务院', title: '决定' })
    expect(citation(document, 'https://x.gov.cn/d/a', visit.now)).toBe(
      '国务院. 决定：国发〔2021〕5号[A/OL]. （2021-08-24）[2026-07-02]. https://x.gov.cn/d/a',
    )
  })

  it('sets several bodies apart as the standard does, and names three of them', () => {
    const cite = (issuer: string) => citation(sampleDocument({ issuer, title: '决定' }), 'u', visit.now).split('[')[0]
    expect(cite('甲部、乙部')).toBe('甲部，乙部. 决定')
    expect(cite('甲部、乙部、丙部、丁部')).toBe('甲部，乙部，丙部，等. 决定')
  })

  it('leaves out what no source states', () => {
    const document = sampleDocument({ issuer: null, speaker: null, published: null, title: '决定' })
    expect(citation({ ...document, written: null }, 'u', visit.now)).toBe('决定[A/OL]. [2026-07-02]. u')
  })

  it('gives the day of writing where that of publication is not stated', () => {
    const document = sampleDocument({ issuer: null, speaker: null, published: null, written: '2021-08', title: '决定' })
    expect(citation(document, 'u', visit.now)).toBe('决定[A/OL]. （2021-08）[2026-07-02]. u')
  })
})
