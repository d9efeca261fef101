import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { gb18030 } from '../../e2e/support/gb18030.js'
import { closeArchives, contentsOf, type Contents } from '../contents.js'
import { discover } from '../discover.js'
import { readWhole } from '../testing/whole-reading.js'
import { docxOf } from '../testing/files/office.js'
import { tarOf, tgzOf } from '../testing/files/tar.js'
import { zipOf, type ZipPart } from '../testing/files/zip.js'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'packed-')))
})
afterEach(async () => {
  await closeArchives()
  rmSync(folder, { recursive: true })
})

async function filesOf(archives: Record<string, Uint8Array>) {
  for (const [name, bytes] of Object.entries(archives)) writeFileSync(path.join(folder, name), bytes)
  const { files } = await discover([folder], [])
  return files
}

type Read = Extract<Contents, { bytes: unknown }>

const textOf = async (contents: Contents): Promise<string> => (await (contents as Read).bytes.whole()).toString('utf8')

/** Names below the folder, with the text or the reason why there is none. */
async function contents(archives: Record<string, Uint8Array>): Promise<[name: string, text: string][]> {
  const found: [string, string][] = []
  for (const file of await filesOf(archives)) {
    const got = await contentsOf(file)
    found.push([
      file.name.slice(path.basename(folder).length + 1),
      'bytes' in got ? await textOf(got) : Object.values(got)[0]!,
    ])
  }
  return found
}

const TEXTS = [
  { name: '通知/甲.txt', data: '甲的正文' },
  { name: 'b.txt', data: '乙的正文' },
]

describe('files in archives', () => {
  it.each([
    ['a.zip', zipOf(TEXTS)],
    ['a.tar', tarOf(TEXTS)],
    ['a.tar.gz', tgzOf(TEXTS)],
    ['a.TGZ', tgzOf(TEXTS)],
  ])('of %s are files of their own, in the order in which they lie there', async (name, bytes) => {
    expect(await contents({ [name]: bytes, 'z.txt': Buffer.from('外') })).toEqual([
      [`${name}/通知/甲.txt`, '甲的正文'],
      [`${name}/b.txt`, '乙的正文'],
      ['z.txt', '外'],
    ])
  })

  it.each([
    ['zip', zipOf],
    ['tar', tarOf],
  ])('have names in GBK or UTF-8, with either slash (%s)', async (ending, build) => {
    const names = [gb18030('附件\\琨瑜区.txt'), Buffer.from('说明/二.txt')]
    const archive = build(names.map((name) => ({ name, data: '正文' })) as ZipPart[])
    expect((await contents({ [`a.${ending}`]: archive })).map(([name]) => name)).toEqual([
      `a.${ending}/附件/琨瑜区.txt`,
      `a.${ending}/说明/二.txt`,
    ])
  })

  it('may lie in archives within archives, to the third', async () => {
    const third = zipOf({ '深.txt': '最里面', '更深.zip': zipOf({ '不读.txt': '' }) })
    expect(
      await contents({ 'a.zip': zipOf({ 'b.tgz': tgzOf([{ name: 'c.zip', data: third }]), '外.txt': '外面' }) }),
    ).toEqual([
      ['a.zip/b.tgz/c.zip/深.txt', '最里面'],
      ['a.zip/b.tgz/c.zip/更深.zip', expect.stringContaining('套了 3 层')],
      ['a.zip/外.txt', '外面'],
    ])
  })

  it('can be asked for in any order', async () => {
    const files = await filesOf({ 'a.tgz': tgzOf(TEXTS), 'b.zip': zipOf({ 'c.zip': zipOf(TEXTS) }) })
    for (const index of [3, 1, 0, 2, 1, 3])
      expect(await textOf(await contentsOf(files[index]!))).toBe(TEXTS[index % 2]!.data)
  })

  it('whose names lead out are reported, and nothing is written', async () => {
    const names = ['../出.txt', '/etc/出.txt', 'a/../../出.txt', '..\\出.txt', 'C:\\出.txt', '好.txt']
    const found = await contents({
      'a.zip': zipOf(names.map((name) => ({ name, data: '文' }))),
      'b.tar': tarOf(names.map((name) => ({ name, data: '文' }))),
    })
    expect(found).toHaveLength(12)
    for (const [name, text] of found)
      expect(text).toEqual(name.endsWith('好.txt') ? '文' : expect.stringContaining('指向包外'))
    expect(readdirSync(folder)).toEqual(['a.zip', 'b.tar'])
    expect(readdirSync(path.dirname(folder))).not.toContain('出.txt')
  })

  it('that are links, locked, twice there or longer than stated are reported, each for itself', async () => {
    const archive = zipOf([
      { name: '链接', data: '/etc/passwd', mode: 0o120777 },
      { name: '锁.txt', data: '文', flags: 1 },
      { name: '同.txt', data: '一' },
      { name: '同.txt', data: '二' },
      { name: '长.txt', data: '很长很长很长', statedSize: 3 },
      { name: '好.txt', data: '文' },
    ])
    expect((await contents({ 'a.zip': archive })).map(([, text]) => text)).toEqual([
      ...[expect.stringContaining('链接'), expect.stringContaining('密码'), '一', expect.stringContaining('同名')],
      ...[expect.stringMatching(/比标明的长|损坏/), '文'],
    ])
    const tar = tarOf([{ name: '链接', data: '', type: '2' }, ...TEXTS])
    expect((await contents({ 'a.zip': zipOf({}), 'b.tar': tar })).map(([, text]) => text)).toEqual([
      expect.stringContaining('没有文件'),
      ...[expect.stringContaining('链接'), '甲的正文', '乙的正文'],
    ])
  })

  it('of broken archives and bombs are refused with the reason', async () => {
    const zeros = Buffer.alloc(20_000_000)
    const found = await contents({
      'a.zip': Buffer.from('不是压缩包'),
      'b.zip': zipOf(TEXTS).subarray(0, 60),
      'c.tgz': tgzOf(TEXTS).subarray(0, 60),
      'd.tar': tarOf(TEXTS).subarray(0, 700),
      'e.zip': zipOf([
        { name: '零.txt', data: zeros },
        { name: '好.txt', data: '文' },
      ]),
      'f.tgz': tgzOf([{ name: '零.txt', data: zeros }]),
    })
    const broken = expect.stringContaining('损坏') as string
    const bomb = expect.stringContaining('炸弹') as string
    expect(found).toEqual([
      ...[
        ['a.zip', broken],
        ['b.zip', broken],
        ['c.tgz', broken],
        ['d.tar', broken],
      ],
      ...[
        ['e.zip/零.txt', bomb],
        ['e.zip/好.txt', '文'],
        ['f.tgz', bomb],
      ],
    ])
  })

  it('follow the source.yml around them, or nearer, within them', async () => {
    const outer =
      'name: 外\nfiles:\n  - pattern: "{name}.zip/{year:\\\\d{4}}/*.txt"\n    fields: { issuer: "{name}", written: "{year}" }\n'
    const inner = 'name: 内\nconstants: { issuer: 区水务局 }\n'
    const files = await filesOf({
      'source.yml': Buffer.from(outer),
      '区民政局.zip': zipOf({ '2019/甲.txt': '甲\n正文', '内/source.yml': inner, '内/乙.txt': '乙\n正文' }),
    })
    const issuers: Record<string, (string | null)[]> = {}
    for (const file of files.filter(({ name }) => name.endsWith('.txt'))) {
      const contents = (await contentsOf(file)) as Read
      const { documents } = await readWhole(file.path, file.name, file.source, contents)
      issuers[path.basename(file.name)] = documents.map(({ document }) => document.issuer)
    }
    expect(issuers).toEqual({ '甲.txt': ['区民政局'], '乙.txt': ['区水务局'] })
  })

  it.each([
    ['name: 甲\nfiles: [', '第 2 行'],
    [
      'name: 甲\nfiles:\n  - pattern: "{x:(a+)+}.txt"\n    fields: {}',
      '第 3 行：模式“{x:(a+)+}.txt”写法有误（压缩包里',
    ],
    [
      'name: 甲\nfiles:\n  - pattern: "{x}.txt"\n    fields: { title: { value: a, when: { x: (a+)+b } } }',
      '第 4 行：模式“(a+)+b”写法有误（压缩包里',
    ],
    ['name: 甲\ntables: [{ file: /etc/passwd, match: a, fields: {} }]', '第 2 行：压缩包里的 source.yml 不能用 tables'],
    ['['.repeat(20_000), 'source.yml'],
    [`name: 甲\n# ${'长'.repeat(100_000)}`, '超过 100000 字'],
  ])('in which a source.yml is wrong cost nothing but themselves (%#)', async (yml, reason) => {
    const files = await filesOf({
      'a.zip': zipOf({ '内/source.yml': yml, '内/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!.txt': '文' }),
      'b.txt': Buffer.from('旁'),
    })
    expect(files.map(({ name, unreachable }) => [path.basename(name), unreachable])).toEqual([
      ['a.zip', expect.stringContaining(reason) as string],
      ['b.txt', null],
    ])
    expect(files[0]!.unreachable).toContain('a.zip/内/source.yml')
  })

  it('do not hide that a document is called an archive', async () => {
    const files = await filesOf({ '通知.zip': docxOf(['正文。']) })
    expect(files).toMatchObject([{ packed: null, refused: null }])
  })
})
