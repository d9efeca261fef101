import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apart, identify, slug } from './identity.js'
import { unnumbered } from './testing/unnumbered.js'

const ID = /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/

describe('slug', () => {
  it.each([
    ['675490773/2021-00278', '675490773-2021-00278'],
    ['000014349/2017-00110', '000014349-2017-00110'],
    ['11441700007280420Y/2021-00050', '11441700007280420Y-2021-00050'],
    ['６７５４９０７７３／２０２１－００２７８', '675490773-2021-00278'],
    ['/a//b/', 'a-b'],
    ['甲1乙2', '1-2'],
    ['无', ''],
    ['', ''],
  ])('of %s is %s', (value, expected) => expect(slug(value)).toBe(expected))
})

describe('identify', () => {
  it('goes by the index number first, then by the id that the source gave', () => {
    const numbered = unnumbered({ index_number: '675490773/2021-00278' })
    expect(identify(numbered, 'own-7')).toEqual({ key: 'number:675490773/2021-00278', id: '675490773-2021-00278' })
    expect(identify(unnumbered(), 'own_7')).toEqual({ key: 'id:own_7', id: 'own-7' })
  })

  it.each([
    [null, null],
    ['无', null],
    [null, '编号'],
    [null, '社会法/反电信网络诈骗法(2022-09-02)'],
    ['1'.repeat(500), null],
  ])('goes by the metadata where number %j and id %j can be no address', (index_number, statedId) => {
    const { key, id } = identify(unnumbered({ index_number }), statedId)
    expect(key).toMatch(/^meta:/)
    expect(id).toMatch(/^d[0-9a-f]{16}$/)
  })

  it('does not tell records apart by an issuer that was derived', () => {
    const key = (issuer: string | null, derived: string[]) => identify(unnumbered({ issuer, derived }), null).key
    expect(key('青梧区民政局', ['issuer'])).toBe(key(null, []))
    expect(key('青梧区民政局', [])).not.toBe(key(null, []))
  })

  it('gives the same record the same id, be its text corrected or its file moved', () => {
    const before = identify(unnumbered({ title: '通知' }), null)
    const changes = { paragraphs: ['改正。'], content_hash: 'f'.repeat(64), file: 'b/c.txt', keywords: ['新'] }
    expect(identify(unnumbered({ title: '通知', ...changes }), null)).toEqual(before)
    expect(identify(unnumbered({ title: '通知', ...changes, validity: '废止' }), null)).toEqual(before)
  })

  it('tells records apart by each part of their metadata', () => {
    const records = [
      ...[{}, { title: '另题' }, { issuer: '乙局' }, { doc_number: '甲发〔2021〕1号' }, { written: '2020' }],
      { url: 'https://example.org/a' },
    ].map((changes) => identify(unnumbered({ title: '题', issuer: '甲局', written: '2021', ...changes }), null).id)
    expect(new Set(records).size).toBe(records.length)
  })

  it('always gives an id that a document may have', () => {
    const text = fc.oneof(fc.constant(null), fc.string({ unit: 'binary' }), fc.string())
    fc.assert(
      fc.property(text, text, fc.string(), (index_number, statedId, file) => {
        const identity = identify(unnumbered({ index_number }), statedId)
        for (const { id } of [identity, apart(identity, file, 1)]) {
          expect(id).toMatch(ID)
          expect(id.length).toBeLessThanOrEqual(120)
        }
      }),
    )
  })
})

describe('apart', () => {
  it('differs by file and place, and by nothing else', () => {
    const one = identify(unnumbered({ index_number: '1/2' }), null)
    const all = [apart(one, 'a', null), apart(one, 'b', null), apart(one, 'a', 1), apart(one, 'a', 11)].map(
      ({ id }) => id,
    )
    expect(new Set([one.id, ...all]).size).toBe(5)
    expect(apart(one, 'a', 1)).toEqual(apart(one, 'a', 1))
  })
})
