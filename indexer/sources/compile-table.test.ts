import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyRecord } from '../extract/fields.js'
import { applySource, ignoredReason } from './apply-source.js'
import { parseSource, SourceError } from './index.js'

let folder: string
const TABLE = "name: 甲\ntables:\n  - file: list.tsv\n    match: 'md/{path}'\n"
const FIELDS = '    fields:\n      published: publish\n      validity: state\n'
const source = (yml: string) => parseSource(yml, join(folder, 'source.yml'))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhengyan-table-'))
  await writeFile(join(folder, 'list.tsv'), 'path\tpublish\tstate\n甲.md\t2021-01-02\t有效\n乙.md\t\t失效\n')
})
afterAll(() => rm(folder, { recursive: true }))

describe('a table beside the files', () => {
  it('states what a file does not', () => {
    const record = { ...emptyRecord(null), fields: { validity: ['废止'] } }
    applySource(record, source(TABLE + FIELDS), 'md/甲.md')
    expect(record.fields).toEqual({ validity: ['废止'], published: ['2021-01-02'] })
    expect(record.provenance).toEqual({ published: { from: '元数据表“list.tsv”' } })
  })

  it('states nothing where a cell is empty or no row is for the file', () => {
    const [empty, other] = [emptyRecord(null), emptyRecord(null)]
    applySource(empty, source(TABLE + FIELDS), 'md/乙.md')
    applySource(other, source(TABLE + FIELDS), 'md/丙.md')
    expect([empty.fields, other.fields]).toEqual([{ validity: ['失效'] }, {}])
  })

  it('is no record itself, and part of what a reading depends on', async () => {
    const before = source(TABLE + FIELDS)
    expect(ignoredReason(before, 'list.tsv')).toContain('不是记录')
    await writeFile(join(folder, 'list.tsv'), 'path\tpublish\tstate\n甲.md\t2021-01-03\t有效\n')
    expect(source(TABLE + FIELDS).fingerprint).not.toBe(before.fingerprint)
  })

  it.each([
    [TABLE.replace('list.tsv', 'no.tsv') + FIELDS, 3, '找不到元数据表“no.tsv”'],
    [`${TABLE}    fields:\n      published: 公布\n`, 6, '没有“公布”一栏，它的栏目是：path、publish、state'],
    [TABLE.replace('{path}', '{file}') + FIELDS, 4, '没有“file”一栏'],
    [`${TABLE}    fields:\n      nonsense: publish\n`, 6, '没有字段“nonsense”'],
    ['name: 甲\nexpect:\n  minimum: 很多\n', 3, '应为不小于 0 的整数'],
    ['name: 甲\nexpect:\n  maximum: 3\n', 3, '不认识“maximum”，可用的有：minimum'],
  ])('of which a mistake is told with its line: %j', (yml, line, message) => {
    const problem = ((): unknown => {
      try {
        return source(yml)
      } catch (error) {
        return error
      }
    })()
    expect(problem).toBeInstanceOf(SourceError)
    expect(problem).toMatchObject({ line, message: expect.stringContaining(message) as string })
  })

  it('leaves the number of records expected to whoever counts them', () => {
    expect(source('name: 甲\nexpect: { minimum: 12 }').minimum).toBe(12)
    expect(source('name: 甲').minimum).toBeNull()
  })
})
