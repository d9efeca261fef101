import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../support/command.js'
import { expectSentence } from '../support/expect-sentence.js'
import { removeFolder, temporaryFolder, writeFiles } from '../support/folder.js'
import { recordFiles } from '../support/record.js'

let home: string
let records: string

beforeAll(async () => {
  home = await temporaryFolder()
  const few = recordFiles([{ index: '700200200/2024-00001', title: '关于换届的通知', text: ['换届选举于八月举行。'] }])
  records = await writeFiles(path.join(home, 'records'), few)
})
afterAll(() => removeFolder(home))

/** Runs a command that must say in one sentence, with these words, why it does nothing, and do nothing. */
async function expectRefusal(args: string[], ...words: string[]): Promise<void> {
  const dataDir = path.join(home, 'data')
  expectSentence(await run(args, { DATA_DIR: dataDir, PORT: '0' }), ...words)
  await expect(stat(dataDir), 'nothing is made').rejects.toThrow()
}

describe('a source.yml that cannot be read', () => {
  it('stops the indexer and npm start, before anything is started', async () => {
    const missing = path.join(home, 'missing.yml')
    await expectRefusal(['index', records, '--source', missing], missing, '请检查路径')
    const folder = path.join(home, 'folder.yml')
    await mkdir(folder)
    await expectRefusal(['start', '--source', folder], folder, '文件夹')
    await expectRefusal(['start', '--', records, '--source', folder], folder, '文件夹')
  })
})

describe('a command that takes no arguments', () => {
  it.each(['serve', 'prepare'])('does nothing where it is given one: %s', async (name) => {
    await expectRefusal([name, '--help'], '“--help”', '环境变量')
  })
})

it('a report on an archive that is not there makes none', async () => {
  await expectRefusal(['index', '--quality'], path.join(home, 'data'), 'DATA_DIR')
})
