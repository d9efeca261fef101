import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE } from '../support/command.js'
import { removeFolder, temporaryFolder, writeFiles } from '../support/folder.js'
import { withEngine, indexWithCli } from './archives.js'
import { benchAnswers } from './answers.js'
import { benchExact } from './exact.js'
import { withGivenArchive, type Given } from './given-archive.js'
import { benchKnownItems } from './known-item.js'
import { benchLatency } from './latency.js'

let folder: string
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => removeFolder(folder))

const existing = (dataDir: string): Given => ({ paths: [], sources: [], dataDir })

describe('benchmarks that only ask', () => {
  it('print their figures over an archive that is there already', async () => {
    const first = '482915607-2016-00003.txt'
    await writeFiles(folder, {
      'items.tsv':
        'qid\tquery\tpath\n' +
        `k1\t2016年1月22日青梧区政府工作报告\t${first}\n` +
        'k2\t2016年1月22日青梧区政府工作报告\tnone.txt\n' +
        'k3\t䶮䶮䶮\tnone.txt\n',
      'answers.tsv':
        'question\ttitle\tanswer\n' +
        '2016年1月22日青梧区政府工作报告\t青梧区.*政府工作报告\t.\n' +
        '遛狗不拴绳罚多少\t犬\t一千元\n' +
        '䶮䶮䶮\t.\t.\n',
      'questions.tsv': 'q1\t加装电梯补贴多少\n',
    })
    await withEngine(async (_engine, dataDir) => {
      await indexWithCli(dataDir, [SAMPLE], [])
      const items = await benchKnownItems(existing(dataDir), path.join(folder, 'items.tsv'))
      expect(items).toContain('1 of 3 documents stand first: 33.3 %')
      expect(items).not.toContain('k1')
      expect(items).toMatch(new RegExp(`k2 .*\\(${first}\\), wanted none.txt`))
      expect(items).toContain('k3 䶮䶮䶮: nothing found, wanted none.txt')

      const answers = await benchAnswers(existing(dataDir), path.join(folder, 'answers.tsv'))
      expect(answers).toContain('stands first for 2 of 3, among the first 3 for 2 of 3')
      expect(answers).toContain('shown with the first hit for 1 of 3')
      expect(answers).toMatch(/遛狗不拴绳罚多少: stands \d\., without the answer; first is /)
      expect(answers).toMatch(/䶮䶮䶮: not among the first 3; first is nothing/)

      expect(await benchExact(existing(dataDir), 40)).toContain('40 of 40 totals equal those of a scan')
      expect(await benchLatency(existing(dataDir), path.join(folder, 'questions.tsv'))).toMatch(/\nexact .* ms/)
    })
  })

  it('make no archive where there is none', async () => {
    const missing = path.join(folder, 'missing')
    await expect(withGivenArchive(existing(missing), () => Promise.resolve())).rejects.toThrow(missing)
    expect(existsSync(missing)).toBe(false)
  })
})
