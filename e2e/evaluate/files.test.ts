import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCorpus, readJudgements, readKnownItems, readQueries, type CorpusLine } from './files.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'zhengyan-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function file(content: string | Uint8Array, name = 'file'): Promise<string> {
  await writeFile(path.join(folder, name), content)
  return path.join(folder, name)
}

async function corpus(name: string): Promise<CorpusLine[]> {
  const all: CorpusLine[] = []
  for await (const line of readCorpus(name)) all.push(line)
  return all
}

const LINES = '{"id":"1","title":"题","text":"文"}\r\n\n{"id":"2","text":""}\n'

describe('readCorpus', () => {
  it('reads an object a line, zipped or not', async () => {
    const expected = [
      { id: '1', title: '题', text: '文' },
      { id: '2', text: '' },
    ]
    expect(await corpus(await file(LINES))).toEqual(expected)
    expect(await corpus(await file(gzipSync(LINES), 'file.gz'))).toEqual(expected)
  })

  it.each(['{"id":1,"text":"文"}', '{"id":"1"}', 'null', '[]', '不是'])('says where %s stands', async (line) => {
    const name = await file(`{"id":"1","text":"文"}\n${line}`)
    await expect(corpus(name)).rejects.toThrow(`${name}”第 2 行`)
  })

  it('fails on a file that is not there', async () => {
    await expect(corpus(path.join(folder, 'none.jsonl'))).rejects.toThrow('ENOENT')
    await expect(corpus(path.join(folder, 'none.jsonl.gz'))).rejects.toThrow('ENOENT')
  })
})

describe('readQueries', () => {
  it('reads id and query', async () => {
    expect(await readQueries(await file('q1\t药港 建设\r\nq2\t电梯\n\n'))).toEqual([
      { id: 'q1', text: '药港 建设' },
      { id: 'q2', text: '电梯' },
    ])
  })

  it('refuses a line without a query', async () => {
    await expect(readQueries(await file('q1\n'))).rejects.toThrow('q1')
  })
})

describe('readKnownItems', () => {
  const items = [
    { id: 'k1', text: '2021年青梧区政府工作报告', path: 'a/2021.md' },
    { id: 'k2', text: '青梧政发〔2021〕3号', path: 'b.txt' },
  ]
  const body = 'k1\t2021年青梧区政府工作报告\ta/2021.md\nk2\t青梧政发〔2021〕3号\tb.txt\n'

  it('reads id, query and path, with or without a line that names them', async () => {
    expect(await readKnownItems(await file(body))).toEqual(items)
    expect(await readKnownItems(await file(`qid\tquery\tpath\n${body}`))).toEqual(items)
  })

  it.each(['k1\t2021年青梧区政府工作报告', 'k1\t\ta.md', ''])('refuses %j', async (line) => {
    const name = await file(line)
    await expect(readKnownItems(name)).rejects.toThrow(name)
  })
})

describe('readJudgements', () => {
  it('reads TREC qrels and leaves out what is judged as nothing', async () => {
    const judgements = await readJudgements(await file('q1 0 a 2\nq1\t0\tb\t1\nq1 0 c 0\nq2 0 c 0\n'))
    expect(judgements).toEqual(
      new Map([
        [
          'q1',
          new Map([
            ['a', 2],
            ['b', 1],
          ]),
        ],
      ]),
    )
  })

  it.each(['q1 0 a', 'q1 0 a gut'])('refuses %s', async (line) => {
    await expect(readJudgements(await file(line))).rejects.toThrow(line)
  })
})
