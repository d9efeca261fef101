import { describe, expect, it } from 'vitest'
import { documentContent, NOT_ENRICHED, type DocumentContent } from './document.js'
import { FACETS, FIELDS, filterAttributes, HIT_FIELDS } from './fields.js'
import { INDEX_SETTINGS } from './index-settings.js'
import { hitMetadata } from './records.js'
import { VALIDITIES } from './validity.js'

const BARE: DocumentContent = {
  ...{ id: 'a', title: '题', issuer: null, doc_number: null, index_number: null, written: null, published: null },
  ...{ effective: null, validity: '未标注', topics: [], keywords: [], speaker: null, url: null, file: 'a.txt' },
  ...{ paragraphs: ['正文。'], outline: [], derived: [], content_hash: '0'.repeat(64), ...NOT_ENRICHED },
}

describe('the field table', () => {
  it('names fields that a document has, each once', () => {
    const names = FIELDS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names.filter((one) => one !== 'added'))
      expect(Object.keys(documentContent.shape)).toContain(name)
  })

  it('has the facets and the hit that the interfaces promise', () => {
    expect(FACETS.map(({ name }) => name).sort()).toEqual(['issuer', 'topic', 'validity', 'year'])
    expect([...HIT_FIELDS].sort()).toEqual(
      ['doc_number', 'index_number', 'issuer', 'published', 'title', 'topics', 'validity', 'written'].sort(),
    )
    expect(Object.keys(hitMetadata(BARE)).sort()).toEqual([...HIT_FIELDS, 'id'].sort())
  })

  it('is what the engine can filter by, in both indexes that filters go to', () => {
    for (const role of ['documents', 'passages'] as const) {
      for (const name of [...FACETS.map((facet) => facet.name), 'written_from', 'written_to']) {
        expect(INDEX_SETTINGS[role].filterableAttributes).toContain(name)
      }
    }
  })
})

describe('filterAttributes', () => {
  it('has no value for what a document does not state, except for the validity, which is then 未标注', () => {
    expect(filterAttributes(BARE)).toEqual({ issuer: [], topic: [], year: [], validity: ['未标注'] })
  })

  it('has each body of several that have issued a document together', () => {
    expect(filterAttributes({ ...BARE, issuer: '青梧区民政局、青梧区财政局' }).issuer).toEqual([
      '青梧区民政局',
      '青梧区财政局',
    ])
  })

  it('has each topic with the classes above it', () => {
    const { topic } = filterAttributes({ ...BARE, topics: ['卫生、体育/医药管理', '卫生、体育/其他', '农业'] })
    expect(topic).toEqual(['卫生、体育', '卫生、体育/医药管理', '卫生、体育/其他', '农业'])
  })

  it.each([
    ['2021', 20210101, 20211231],
    ['2020-02', 20200201, 20200229],
    ['2021-08-24', 20210824, 20210824],
  ])('has %s as the days that it may mean', (written, from, to) => {
    const attributes = filterAttributes({ ...BARE, written })
    expect(attributes).toMatchObject({ year: [written.slice(0, 4)], written_from: from, written_to: to })
  })

  it('takes the year from the date written, not from the one published', () => {
    expect(filterAttributes({ ...BARE, published: '2022-01-04' }).year).toEqual([])
    expect(filterAttributes({ ...BARE, written: '2021-12-30', published: '2022-01-04' }).year).toEqual(['2021'])
  })

  it('has each validity as it is shown', () => {
    for (const validity of VALIDITIES) expect(filterAttributes({ ...BARE, validity }).validity).toEqual([validity])
  })
})
