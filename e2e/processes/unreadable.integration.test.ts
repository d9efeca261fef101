import { chmod, chown } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command, type Report } from '../support/command.js'
import { removeFolder, temporaryFolder, writeFiles } from '../support/folder.js'
import { recordFiles } from '../support/record.js'

/** Root may read everything: where the tests run as root, the indexer does not. */
const NOBODY = process.getuid?.() === 0 ? 65_534 : undefined

let home: string
let folder: string

beforeAll(async () => {
  home = await temporaryFolder()
  const files = recordFiles(
    Array.from({ length: 4 }, (_, n) => ({
      index: `700800100/2024-0000${n}`,
      title: `关于第${n}号文件的通知`,
      text: [`第${n}号。`],
    })),
  )
  const [open, locked, ...inside] = Object.values(files)
  folder = await writeFiles(path.join(home, 'records'), {
    ...{ 'open.txt': open!, 'locked.txt': locked! },
    ...{ 'inside/1.txt': inside[0]!, 'inside/2.txt': inside[1]! },
  })
  if (NOBODY !== undefined) await chown(home, NOBODY, NOBODY)
})

afterAll(() => removeFolder(home))

async function index(): Promise<{ code: number | null; report: Report }> {
  const { code, stdout, stderr } = await command(
    ['index', folder, '--json'],
    { DATA_DIR: path.join(home, 'data') },
    NOBODY,
  ).end()
  if (stdout === '') throw new Error(stderr)
  return { code, report: JSON.parse(stdout) as Report }
}

const lock = async (mode: { file: number; folder: number }, content?: string): Promise<void> => {
  await chmod(path.join(folder, 'locked.txt'), mode.file)
  await chmod(path.join(folder, 'inside'), mode.folder)
  if (content !== undefined) await writeFiles(folder, { 'locked.txt': content })
}

describe('a file and a folder that may not be read', () => {
  it('are named with the reason, do not stop the run, and lose nothing of what they gave before', async () => {
    expect((await index()).report).toMatchObject({ files: 4, records: 4, added: 4 })
    // Another size: the file has to be read again.
    const changed = recordFiles([{ index: '700800100/2024-00001', title: '关于改正的通知', text: ['改正。'] }])
    await lock({ file: 0o644, folder: 0o000 }, Object.values(changed)[0])
    await chmod(path.join(folder, 'locked.txt'), 0o000)
    await writeFiles(
      folder,
      recordFiles([{ index: '700800100/2024-00009', title: '关于新增的通知', text: ['新增。'] }]),
    )
    const { code, report } = await index()
    expect(code).toBe(2)
    expect(report).toMatchObject({ files: 4, records: 3, added: 1, updated: 0, unchanged: 2, removed: 0 })
    expect(report.rejected.map(({ file, reason }) => [file, reason])).toEqual([
      ['records/inside', expect.stringContaining('没有读取的权限')],
      ['records/locked.txt', expect.stringContaining('没有读取的权限')],
    ])
    await lock({ file: 0o644, folder: 0o755 })
    expect((await index()).report).toMatchObject({ files: 5, records: 5, unchanged: 4, updated: 1, rejected: [] })
  })
})
