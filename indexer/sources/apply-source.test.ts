import { describe, expect, it } from 'vitest'
import { emptyRecord } from '../extract/fields.js'
import type { ExtractedRecord } from '../record.js'
import { applySource, ignoredReason } from './apply-source.js'
import { parseSource } from './index.js'

const YML = `
name: 甲
constants: { issuer: 某办, validity: 有效 }
ignore: [{ pattern: '**/_index.md', reason: 栏目页 }]
files:
  - pattern: '{region}/{year:\\d{4}}.md'
    fields:
      issuer: '{region}人民政府'
      written: { value: '{year}', mode: fallback }
      title:
        - { value: '{own}（{year}年）', mode: replace, when: { own: 计划 } }
        - { value: '{year}年{region}报告：{subheading}', mode: replace }
        - { value: '{year}年{region}报告', mode: replace }
  - pattern: '**'
    fields: { title: '{file}' }
corrections:
  某省/2020.md: { title: 更正的名称, written: 2020-02-02 }
  list.jsonl#7: { issuer: 第七条的机构 }
`
const source = parseSource(YML, '/archive/source.yml')

function apply(path: string, record: Partial<ExtractedRecord> = {}) {
  const extracted = { ...emptyRecord(null), paragraphs: ['正文。'], ...record }
  return { fallbacks: applySource(extracted, source, path), ...extracted }
}

describe('applySource', () => {
  it('takes values from the path, the first rule that fits', () => {
    const { fields, provenance } = apply('某省/2021.md')
    expect(fields).toEqual({ issuer: ['某省人民政府'], title: ['2021年某省报告'], validity: ['有效'] })
    expect(provenance.issuer?.from).toContain('{region}/{year')
    expect(apply('其他/文件.md').fields).toEqual({ title: ['文件'], issuer: ['某办'], validity: ['有效'] })
  })

  it('fills gaps only, unless told to replace', () => {
    const { fields } = apply('某省/2021.md', { fields: { issuer: ['自己的'], title: ['自己的'] } })
    expect(fields.issuer).toEqual(['自己的'])
    expect(fields.title).toEqual(['2021年某省报告'])
  })

  it('chooses between alternatives by what the file states', () => {
    expect(apply('某省/2021.md', { fields: { title: ['五年计划'] } }).fields.title).toEqual(['五年计划（2021年）'])
    const headings = [0, 1].map((paragraph) => ({ paragraph, level: 1 }))
    expect(
      apply('某省/2021.md', { paragraphs: ['报告', '为实现目标而奋斗', '各位代表：'], headings }).fields.title,
    ).toEqual(['2021年某省报告：为实现目标而奋斗'])
  })

  it('hands fallbacks on', () => {
    expect(apply('某省/2021.md').fallbacks).toMatchObject({ written: { values: ['2021'] } })
  })

  it('corrects above all', () => {
    expect(apply('某省/2020.md', { fields: { written: ['1999'] } }).fields).toMatchObject({
      title: ['更正的名称'],
      written: ['2020-02-02'],
    })
    expect(apply('list.jsonl', { position: 7 }).fields.issuer).toEqual(['第七条的机构'])
    expect(apply('list.jsonl', { position: 8 }).fields.issuer).toEqual(['某办'])
  })
})

describe('ignoredReason', () => {
  it('gives the reason', () => {
    expect(ignoredReason(source, '某省/_index.md')).toBe('栏目页')
    expect(ignoredReason(source, '某省/index.md')).toBeNull()
  })
})
