import { spawnSync } from 'node:child_process'
import { mkdir, realpath, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { contentsOf } from './contents.js'
import { gb18030 } from '../e2e/support/gb18030.js'
import { discover, type DiscoveredFile, MissingPathError, NoFilesError } from './discover.js'
import { SourceError } from './sources/index.js'
import { temporaryFolder } from './testing/temporary-catalogue.js'

let home: string
beforeEach(async () => {
  home = await realpath(await temporaryFolder())
})

/** Writes files below `home`; a content that is none says so. */
async function files(contents: Record<string, string>): Promise<void> {
  for (const [name, content] of Object.entries(contents)) {
    const file = path.join(home, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, content)
  }
}

const at = (name: string): string => path.join(home, name)

/** Names of what is found, each with the name of its source. */
async function found(paths: string[], sources: string[] = []): Promise<[string, string | null][]> {
  const { files } = await discover(paths.map(at), sources.map(at))
  return files.map(({ name, source }) => [name, source?.name ?? null])
}

describe('discover', () => {
  it('lists each file below the paths once, by name, with size and time', async () => {
    await files({ 'a/2.txt': '乙', 'a/1.txt': '甲', 'a/sub/3.txt': '丙', 'b.txt': '丁' })
    const { files: all, roots } = await discover([at('a'), at('b.txt'), at('a/../a')], [])
    expect(all.map(({ name }) => name)).toEqual(['a/1.txt', 'a/2.txt', 'a/sub/3.txt', `${path.basename(home)}/b.txt`])
    expect(roots).toEqual([at('a'), at('b.txt')])
    expect(all[0]).toMatchObject({ path: at('a/1.txt'), source: null, size: 3 })
    expect(all[0]!.mtimeMs).toBeGreaterThan(0)
  })

  it('names a file below two of the paths after the nearer one, whatever their order', async () => {
    await files({ 'a/1.txt': '甲', 'a/sub/2.txt': '乙' })
    const expected = [
      ['a/1.txt', null],
      ['sub/2.txt', null],
    ]
    expect(await found(['a', 'a/sub'])).toEqual(expected)
    expect(await found(['a/sub', 'a'])).toEqual(expected)
  })

  it('lets the source.yml of a folder hold for all below it, until a nearer one', async () => {
    await files({ 'a/source.yml': 'name: 甲', 'a/1.txt': '一', 'a/x/y/2.txt': '二', 'a/z/source.yml': 'name: 乙' })
    await files({ 'a/z/3.txt': '三', 'b/4.txt': '四' })
    expect(await found(['a', 'b'])).toEqual([
      ['a/1.txt', '甲'],
      ['a/source.yml', '甲'],
      ['a/x/y/2.txt', '甲'],
      ['b/4.txt', null],
      ['z/3.txt', '乙'],
      ['z/source.yml', '乙'],
    ])
  })

  it('lets a source hold also where only a part of its folder is asked for', async () => {
    await files({ 'a/source.yml': 'name: 甲', 'a/x/1.txt': '一', 'b/x/2.txt': '二' })
    await files({ 'sources/b.yml': 'name: 乙\npath: ../b' })
    expect(await found(['a/x'])).toEqual([['a/x/1.txt', '甲']])
    expect(await found(['a/x/1.txt'])).toEqual([['a/x/1.txt', '甲']])
    expect(await found(['b/x/2.txt'], ['sources/b.yml'])).toEqual([['b/x/2.txt', '乙']])
    // How much of it must be there is asked of the whole.
    expect((await discover([at('a/x')], [])).sources).toEqual([])
  })

  it('takes a source that is kept elsewhere, and the folder that it describes', async () => {
    await files({ 'a/1.txt': '一', 'a/sub/2.txt': '二', 'sources/a.yml': 'name: 甲\npath: ../a' })
    expect(await found([], ['sources/a.yml'])).toEqual([
      ['a/1.txt', '甲'],
      ['a/sub/2.txt', '甲'],
    ])
    expect((await discover([], [at('sources/a.yml')])).roots).toEqual([at('a')])
    // It holds also where its folder is found from above.
    await files({ 'sources/b.yml': 'name: 乙\npath: ../a/sub' })
    expect(await found(['a'], ['sources/b.yml'])).toEqual([
      ['a/1.txt', null],
      ['sub/2.txt', '乙'],
    ])
  })

  it('follows links to files, and not to folders, be they circles or not', async () => {
    await files({ 'a/1.txt': '一', 'elsewhere/2.txt': '二' })
    await symlink(at('a'), at('a/circle'))
    await symlink(at('elsewhere'), at('a/folder'))
    await symlink(at('elsewhere/2.txt'), at('a/link.txt'))
    await symlink(at('a/1.txt'), at('a/same.txt'))
    await symlink(at('nowhere'), at('a/broken.txt'))
    await symlink(at('a/loop.txt'), at('a/loop.txt'))
    const { files: all } = await discover([at('a')], [])
    const isRead = (file: DiscoveredFile): boolean => file.refused === null && file.unreachable === null
    expect(all.filter(isRead).map((file) => file.path)).toEqual([at('a/1.txt'), at('elsewhere/2.txt')])
    const told = all.filter((file) => !isRead(file)).map((file) => [file.path, file.refused ?? file.unreachable])
    expect(told).toEqual([
      [at('nowhere'), expect.stringContaining('链接指向的文件不在')],
      [at('a/circle'), expect.stringContaining('不跟随')],
      [at('a/folder'), expect.stringContaining('不跟随')],
      [at('a/loop.txt'), expect.stringContaining('链接绕成了圈')],
    ])
  })

  it('names what is no file at all, and does not open it', async () => {
    await files({ 'a/1.txt': '一' })
    await symlink('/dev/null', at('a/device.txt'))
    expect(spawnSync('mkfifo', [at('a/pipe.txt')]).status).toBe(0)
    const { files: all } = await discover([at('a')], [])
    expect(all.filter(({ refused }) => refused?.includes('特殊文件')).map((file) => file.path)).toEqual([
      '/dev/null',
      at('a/pipe.txt'),
    ])
  })

  it('takes a path that is itself a link for where it leads', async () => {
    await files({ 'a/1.txt': '一' })
    await symlink(at('a'), at('b'))
    expect((await discover([at('a'), at('b')], [])).roots).toEqual([at('a')])
    expect(await found(['b'])).toEqual([['a/1.txt', null]])
  })

  it('says which path is missing', async () => {
    await files({ 'a/1.txt': '一' })
    await expect(found(['a', 'b'])).rejects.toThrow(MissingPathError)
    await expect(found(['a', 'b'])).rejects.toMatchObject({ path: at('b') })
  })

  it('takes folders without a file for a mistake', async () => {
    await mkdir(at('a/b'), { recursive: true })
    await expect(found(['a'])).rejects.toThrow(NoFilesError)
  })

  it('refuses a source.yml that is none, wherever it lies', async () => {
    await files({ 'a/1.txt': '一', 'a/sub/source.yml': 'nam: 甲' })
    await expect(found(['a'])).rejects.toThrow(SourceError)
  })

  it('takes empty files and hidden ones: what becomes of them is told later', async () => {
    await files({ 'a/1.txt': '', 'a/.hidden': 'x' })
    expect(await found(['a'])).toEqual([
      ['a/.hidden', null],
      ['a/1.txt', null],
    ])
  })
})

describe('a name in GBK', () => {
  const inFolder = (name: string): Buffer => Buffer.concat([Buffer.from(`${at('a')}/`), gb18030(name)])

  it('is that of a file like any other', async () => {
    await files({ 'a/1.txt': '甲' })
    await writeFile(inFolder('办法.txt'), '乙')
    const { files: all } = await discover([at('a')], [])
    expect(all.map(({ name }) => name)).toEqual(['a/1.txt', 'a/办法.txt'])
    const contents = await contentsOf(all[1]!)
    expect('bytes' in contents && (await contents.bytes.whole()).toString()).toBe('乙')
  })

  it('is told, with what to do, where it is that of a folder, an archive or another file', async () => {
    await files({ 'a/意见.txt': '甲' })
    await mkdir(inFolder('文件'))
    for (const name of ['包.zip', '意见.txt']) await writeFile(inFolder(name), '乙')
    await writeFile(Buffer.concat([Buffer.from(`${at('a')}/`), Buffer.of(0xff, 0xff)]), '丙')
    const { files: all } = await discover([at('a')], [])
    expect(all).toHaveLength(5)
    const untold = all.filter(({ unreachable }) => unreachable === null).map(({ name }) => name)
    expect(untold).toEqual(['a/意见.txt'])
    expect(all.find(({ name }) => name === 'a/文件')?.unreachable).toContain('请改名')
  })
})
