import { describe, expect, it } from 'vitest'
import { hitMetadata } from '../../indexer/contract/records.js'
import { sampleDocument } from '../testing/memory-archive.js'
import { NOTHING_RELATED } from '../testing/nothing-related.js'
import { relatedView } from './related.js'

const hit = (id: string) => hitMetadata(sampleDocument({ id, title: `文件${id}`, doc_number: '甲发〔2020〕1号' }))

describe('relatedView', () => {
  it('shows nothing where there is nothing', () =>
    expect(relatedView(sampleDocument(), NOTHING_RELATED)).toEqual({
      ...{ references: null, citedBy: null, similar: [], copies: [], lineage: [] },
      lineageHint: null,
    }))

  it('tells what is held of the documents named from what is not', () => {
    const references = [
      { reference: { title: '甲条例', number: null, paragraph: 3 }, held: [hit('a'), hit('b')] },
      { reference: { title: null, number: '乙发〔2021〕2号', paragraph: 5 }, held: [] },
    ]
    const view = relatedView(sampleDocument(), { ...NOTHING_RELATED, references }).references!
    expect(view.summary).toBe('正文提到 2 份文件，本馆收录 1 份。')
    expect(view.held).toMatchObject([
      {
        name: '《甲条例》',
        paragraph: { url: '#p3' },
        versions: '共 2 个版本或同名文件',
        held: [{ url: '/d/a' }, { url: '/d/b' }],
      },
    ])
    expect(view.others).toMatchObject([{ name: '乙发〔2021〕2号', held: [], versions: null }])
  })

  it('never says that a text is wholly the same which is not', () => {
    const similar = [
      { hit: hit('a'), resemblance: 1, identical: true },
      { hit: hit('b'), resemblance: 0.997, identical: false },
    ]
    expect(relatedView(sampleDocument(), { ...NOTHING_RELATED, similar }).similar.map(({ remark }) => remark)).toEqual([
      '正文完全相同',
      '约 99% 相同',
    ])
  })

  it('tells the history of a body in order, and leads to the names that documents are held under', () => {
    const document = sampleDocument({ issuer: '环境保护部' })
    const { lineage } = relatedView(document, { ...NOTHING_RELATED, heldBodies: ['生态环境部'] })
    expect(lineage).toEqual([
      { text: '2008 年，国家环境保护总局改为环境保护部', links: [] },
      {
        text: '2018 年，环境保护部改为生态环境部',
        links: [{ url: expect.stringContaining('/search?issuer=') as string, label: '查看生态环境部的文件' }],
      },
    ])
  })

  it('does not state as known of a local body what is general of such bodies', () => {
    const view = relatedView(sampleDocument({ issuer: '青梧区农业局' }), NOTHING_RELATED)
    expect(view.lineage.map(({ text }) => text)).toContain('2019 年前后，青梧区农业局改为青梧区农业农村局')
    expect(view.lineageHint).toContain('可能有出入')
    expect(relatedView(sampleDocument({ issuer: '环境保护部' }), NOTHING_RELATED).lineageHint).toBeNull()
  })
})
