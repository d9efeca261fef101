import { describe, expect, it } from 'vitest'
import { keysOf, namesOf, relationAttributes } from './relations.js'
import { workOf } from './testing/work.js'

const isNamed = (title: string, number: string | null, reference: { title: string | null; number: string | null }) =>
  keysOf({ ...reference, paragraph: 1 }).some((key) => namesOf({ title, doc_number: number }).includes(key))

describe('names', () => {
  it.each([
    ['中华人民共和国某某法', null, { title: '某某法', number: null }],
    ['某某法', null, { title: '中华人民共和国某某法', number: null }],
    ['青梧区人民政府关于印发青梧区某某办法的通知', null, { title: '青梧区某某办法', number: null }],
    ['甲局关于印发《某某办法（试行）》的通知', null, { title: '某某办法(试行)', number: null }],
    ['关于印发《公报》的通知', null, { title: '公报', number: null }],
    ['甲', '国发〔2021〕5号', { title: null, number: '国发〔2021〕5号' }],
    ['甲', '国令第711号', { title: null, number: '中华人民共和国国务院令第711号' }],
    ['关于“双随机”的意见', null, { title: '关于"双随机"的意见', number: null }],
  ])('%s %s is meant by %j', (title, number, reference) => expect(isNamed(title, number, reference)).toBe(true))

  it('are found at once in titles that are no titles', () => {
    expect(workOf(() => namesOf({ title: '印发《'.repeat(200_000), doc_number: null }))).toBeLessThan(10_000)
  })

  it('are not those of others', () => {
    expect(isNamed('某某办法', '国发〔2021〕5号', { title: '某某法', number: '国发〔2021〕6号' })).toBe(false)
  })
})

it('what a document cites are the names of others', () => {
  const { cites, bands } = relationAttributes({
    ...{ title: '乙', doc_number: null, signature: '' },
    references: [{ title: '甲意见', number: '国发〔2021〕5号', paragraph: 1 }],
  })
  expect(cites).toEqual(expect.arrayContaining(namesOf({ title: '甲意见', doc_number: '国发〔2021〕5号' })))
  expect(bands).toEqual([])
})
