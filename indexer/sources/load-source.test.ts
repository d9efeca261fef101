import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findSource, loadSource, parseSource, SourceError } from './index.js'

const parse = (yml: string) => parseSource(yml, '/archive/source.yml')
const failure = (yml: string): SourceError => {
  try {
    parse(yml)
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
  throw new Error('accepted')
}

describe('parseSource', () => {
  it('takes its own folder where no path is given', () => {
    expect(parse('name: 甲').root).toBe('/archive')
    expect(parse('name: 甲\npath: ../other').root).toBe('/other')
  })

  it('has a fingerprint that changes with the text', () => {
    expect(parse('name: 甲').fingerprint).not.toBe(parse('name: 乙').fingerprint)
    expect(parse('name: 甲').fingerprint).toBe(parse('name: 甲').fingerprint)
  })

  it('reads numbers and truth values as they are written', () => {
    const { constants } = parse('name: 2021\nconstants: { written: 2021, topics: [甲, 乙], visibility: 主动公开 }')
    expect(constants).toEqual({ written: ['2021'], topics: ['甲', '乙'], visibility: ['主动公开'] })
  })

  it.each([
    ['', 1, 'name'],
    ['path: .', 1, 'name'],
    ['name: 甲\nnames: 乙', 2, '可用的有：name'],
    ['name: 甲\nfiles:\n  - pattern: a\n    field: {}', 4, 'pattern、fields'],
    ['name: 甲\nfiles:\n  - pattern: "{year"\n    fields: {}', 3, '配对'],
    ['name: 甲\nfiles:\n  - pattern: "{year}.md"\n    fields:\n      issuer: "{yaer}"', 5, 'year'],
    ['name: 甲\nfiles:\n  - pattern: "a"\n    fields:\n      isuer: 乙', 5, 'issuer'],
    [
      'name: 甲\nfiles:\n  - pattern: "a"\n    fields:\n      issuer:\n        - value: 乙\n          mode: always',
      7,
      'replace',
    ],
    [
      'name: 甲\nfiles:\n  - pattern: "a"\n    fields:\n      issuer:\n        value: 乙\n        when: { own: "(" }',
      5,
      '模式',
    ],
    ['name: 甲\nconstants:\n  colour: red', 3, 'issuer'],
    ['name: 甲\nlabels:\n  版式: colour', 3, 'ignored'],
    ['name: 甲\nvisibility: 秘密', 2, '主动公开'],
    ['name: 甲\nignore:\n  - a.md', 3, '键值表'],
    ['name: 甲\nconstants:\n\tissuer: 乙', 3, '改用空格'],
    ['name: 甲\nname: 乙', 2, '写了两次'],
    ['name: 甲\nfiles:\n  - pattern: *.txt\n    fields: { issuer: 乙 }', 3, "'*.txt'"],
    ['name：甲\nvisibility：主动公开', 1, '半角冒号'],
    ['name: 甲\nconstants：\n  issuer: 乙', 2, '半角冒号'],
    ['name: 甲\nselectors:\n  text: "#content[["', 3, '选择器'],
  ])('says where %j is wrong and what would be right', (yml, line, hint) => {
    const error = failure(yml)
    expect(error.message).toContain(hint)
    expect(error.line).toBe(line)
    expect(error.message).toContain(`source.yml 第 ${line} 行`)
  })
})

describe('loadSource', () => {
  it('reads what Windows wrote in GBK', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zhengyan-source-'))
    const bytes = Buffer.concat([
      Buffer.from('name: '),
      Buffer.from([0xc7, 0xe0, 0xce, 0xe0, 0xc7, 0xf8, 0xb9, 0xab, 0xce, 0xc4]),
    ])
    await writeFile(join(folder, 'source.yml'), bytes)
    expect((await loadSource(join(folder, 'source.yml'))).name).toBe('青梧区公文')
    await rm(folder, { recursive: true })
  })

  it('says which file it is that is a folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zhengyan-source-'))
    const loading = loadSource(folder)
    await expect(loading).rejects.toThrow(SourceError)
    await expect(loading).rejects.toThrow(folder)
    await rm(folder, { recursive: true })
  })
})

describe('findSource', () => {
  it('finds the source.yml of a folder, and none where there is none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'source-'))
    expect(await findSource(folder)).toBeNull()
    await writeFile(join(folder, 'source.yml'), 'name: 甲')
    expect((await findSource(folder))?.name).toBe('甲')
    await rm(folder, { recursive: true })
  })
})
