import { spawn } from 'node:child_process'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { text as readText } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { closeArchives, contentsOf } from '../../indexer/contents.js'
import { discover, type DiscoveredFile } from '../../indexer/discover.js'
import { readWhole } from '../../indexer/testing/whole-reading.js'
import type { SyncReport } from '../../indexer/report.js'
import { malformedFiles } from '../../indexer/testing/malformed.js'
import { endOf, thenGiveBack } from '../measuring.js'
import { removeFolder, temporaryFolder } from '../support/folder.js'
import { recordText } from '../support/record.js'

const RUN = fileURLToPath(new URL('../../run.mjs', import.meta.url))
const FILES = 2000
/** The same files in every run. */
const SEED = 4_000_713
const LONGEST_LINE_MB = 100
/** A good file lies beside so many malformed ones. */
const GOOD_EVERY = 20

interface Timed {
  name: string
  seconds: number
}

/**
 * Generates malformed files of every kind, reads each by itself against the clock, then indexes all of them with the
 * command in one run. Throws where something was written outside `DATA_DIR`, a good file is missing or a file is not
 * accounted for; returns the figures.
 */
export async function benchMalformed(): Promise<string> {
  const home = await temporaryFolder()
  return thenGiveBack(
    () => removeFolder(home),
    async () => {
      const folder = path.join(home, 'files')
      const { kinds, good, megabytes } = await generate(folder)
      const before = await listing(folder)
      const timed = await readEach(folder)
      const indexed = await indexAll(home, folder)
      const { files, records, skipped, rejected } = indexed.report
      check(JSON.stringify(await listing(folder)) === JSON.stringify(before), 'the folder of files was changed')
      // The translator of TypeScript keeps its cache in the temporary folder; nothing of a file may be there.
      check(
        (await readdir(home)).every((name) => ['files', 'data', 'tmp'].includes(name)),
        'something was written beside',
      )
      const strangers = (await readdir(path.join(home, 'tmp'))).filter(
        (name) => !/^(tsx-|node-compile-cache)/.test(name),
      )
      check(strangers.length === 0, `written to the temporary folder: ${strangers.join(', ')}`)
      const lost = [...skipped, ...rejected].filter(({ file }) => file.includes('-good'))
      check(lost.length === 0, `good files that are not in: ${lost.map(({ file }) => file).join(', ')}`)
      check(records >= good, 'fewer records than good files')
      const slowest = timed.sort((one, other) => other.seconds - one.seconds).slice(0, 5)
      const faults = rejected.filter(({ reason }) => reason.includes('读取时出错'))
      return [
        `${FILES} malformed files (${megabytes} MB) and ${good} good ones beside them, ${files} with those in archives`,
        `kinds: ${[...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ')}`,
        `slowest: ${slowest.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)} s`).join(', ')} (a hang is ended after 10 s)`,
        `given up for time: ${count(rejected, '仍没有结果')}, for memory: ${count(rejected, '内存过多')}, crashed: ${count(rejected, '意外结束')}`,
        `faults in reading: ${faults.length}${faults
          .slice(0, 5)
          .map(({ file, reason }) => `\n  ${file}: ${reason}`)
          .join('')}`,
        `indexed in one run: exit ${indexed.code}, ${indexed.report.seconds} s; ${records} records in, ${skipped.length} files skipped, ${rejected.length} rejections`,
        `all good files in, nothing written outside DATA_DIR`,
      ].join('\n')
    },
  )
}

const count = (rejected: SyncReport['rejected'], part: string): number =>
  rejected.filter(({ reason }) => reason.includes(part)).length

function check(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise)
}

async function generate(folder: string): Promise<{ kinds: Map<string, number>; good: number; megabytes: number }> {
  await mkdir(folder)
  const kinds = new Map<string, number>()
  let good = 0
  let size = 0
  for (const [index, file] of fc.sample(malformedFiles(LONGEST_LINE_MB), { numRuns: FILES, seed: SEED }).entries()) {
    const kind = file.what.replace(/ .*/, '')
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    const bytes = file.bytes()
    size += bytes.length
    const name = String(index).padStart(4, '0')
    await writeFile(path.join(folder, `${name}.${file.ending}`), bytes)
    if (index % GOOD_EVERY !== 0) continue
    const serial = String(++good).padStart(5, '0')
    const record = {
      index: `700100300/2024-${serial}`,
      title: `关于第${good}号事项的通知`,
      text: [`第${good}号事项照办。`],
    }
    await writeFile(path.join(folder, `${name}-good.txt`), recordText(record))
  }
  return { kinds, good, megabytes: Math.round(size / 1_000_000) }
}

async function readEach(folder: string): Promise<Timed[]> {
  const timed: Timed[] = []
  for (const file of (await discover([folder], [])).files)
    timed.push({ name: path.basename(file.name), seconds: await secondsOf(file) })
  await closeArchives()
  return timed
}

async function secondsOf(file: DiscoveredFile): Promise<number> {
  const started = performance.now()
  const contents = await contentsOf(file)
  if ('bytes' in contents) await readWhole(file.path, file.name, file.source, contents)
  return (performance.now() - started) / 1000
}

async function indexAll(home: string, folder: string): Promise<{ code: number | null; report: SyncReport }> {
  const TMPDIR = path.join(home, 'tmp')
  await mkdir(TMPDIR)
  const env = { ...process.env, DATA_DIR: path.join(home, 'data'), MEILI_URL: '', TMPDIR }
  const child = spawn(process.execPath, [RUN, 'index', folder, '--json'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const [output, code] = await Promise.all([readText(child.stdout), endOf(child)])
  check(code === 0 || code === 2, `the indexing command ended with ${code}`)
  return { code, report: JSON.parse(output) as SyncReport }
}

async function listing(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).sort()
}
