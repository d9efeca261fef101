import { afterAll, expect, it } from 'vitest'
import { removeFolder, temporaryFolder, writeFiles } from '../e2e/support/folder.js'
import { discover } from './discover.js'
import { idleCorrections } from './idle-corrections.js'

const folders: string[] = []
afterAll(() => Promise.all(folders.map(removeFolder)))

async function archive(): Promise<string> {
  const folder = await temporaryFolder()
  folders.push(folder)
  const corrections = [
    '公告/甲.txt: { issuer: 青梧区民政局 }',
    '公告/乙.txt: { issuer: 青梧区民政局 }',
    'list.jsonl#2: { issuer: 青梧区民政局 }',
    'lists.jsonl#2: { issuer: 青梧区民政局 }',
    '"{year:\\\\d{4}}/*.txt": { issuer: 青梧区民政局 }',
  ]
  return writeFiles(folder, {
    'source.yml': `name: 测试\ncorrections:\n${corrections.map((line) => `  ${line}\n`).join('')}`,
    '公告/甲.txt': '通知\n\n正文。\n',
    'list.jsonl': '{"title":"甲","text":"正文。"}\n',
  })
}

it('tells which corrections fit no file, with or without the number of a record', async () => {
  const warnings = idleCorrections(await discover([await archive()], []))
  expect(warnings.map(({ message }) => /“(.*?)”/.exec(message)![1])).toEqual([
    '公告/乙.txt',
    'lists.jsonl#2',
    '{year:\\d{4}}/*.txt',
  ])
})

it('says nothing where only a part of the source was asked for', async () => {
  expect(idleCorrections(await discover([`${await archive()}/公告`], []))).toEqual([])
})
