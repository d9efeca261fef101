import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseDate } from './contract/dates.js'
import { readWhole, type WholeReading } from './testing/whole-reading.js'
import { loadSource } from './sources/index.js'

/** Real records lie beside the checkout, where they are at all: they are not ours to give out. */
const DATA = resolve(import.meta.dirname, '../../shared/data')
const EXAMPLES = resolve(import.meta.dirname, 'sources/examples')
const present = existsSync(DATA)
if (!present) console.warn(`real-data.test.ts is skipped: there is no ${DATA}`)

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })
}

describe.skipIf(!present)('the exported record', () => {
  it('is read wholly, a paragraph a line', async () => {
    const path = join(DATA, 'records/675490773-2021-00278.txt')
    const { documents, warnings } = await readWhole(path, 'records/a.txt', null)
    expect(warnings).toEqual([])
    expect(documents[0]!.document).toMatchObject({
      ...{ index_number: '675490773/2021-00278', doc_number: null, topics: ['综合政务/其他'], validity: '有效' },
      ...{ written: '2021-08-24', published: '2021-08-24', speaker: '尹哲强' },
    })
    const lines = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
    expect(documents[0]!.document.paragraphs).toEqual(lines.slice(4).map((line) => line.trim()))
    expect(documents[0]!.document.outline.filter(({ level }) => level === 1)).toHaveLength(4)
  })
})

describe.skipIf(!present)('the pages of the State Council', () => {
  it('give the seven fields of metadata.tsv', async () => {
    const [, ...rows] = readFileSync(join(DATA, 'gov_cn_pages/metadata.tsv'), 'utf8').trim().split('\n')
    expect(rows).toHaveLength(30)
    for (const row of rows) {
      const [file, indexNumber, topic, issuer, written, title, docNumber, published] = row.split('\t') as string[]
      const { documents } = await readWhole(join(DATA, 'gov_cn_pages', file!), file!, null)
      expect(documents[0]!.document).toMatchObject({
        ...{ title, issuer, doc_number: docNumber, index_number: indexNumber, topics: [topic!.replaceAll('\\', '/')] },
        ...{ written: parseDate(written!), published: parseDate(published!) },
      })
    }
  })
})

describe.skipIf(!present)('the reports', () => {
  const bodies: [RegExp, (match: RegExpExecArray) => string][] = [
    [/^政府工作报告-省自治区\/([^/]+)/, (match) => `${match[1]}人民政府`],
    [/^国家统计局/, () => '国家统计局'],
    [/^五年规划\/(?!1976)/, () => '全国人民代表大会'],
    [/./, () => '国务院'],
  ]

  it('are all in, with body, year and title; most with day and speaker', async () => {
    const source = await loadSource(join(EXAMPLES, 'gov_work_reports.yml'))
    const readings: [path: string, reading: WholeReading][] = []
    for (const file of filesBelow(source.root))
      readings.push([relative(source.root, file), await readWhole(file, relative(source.root, file), source)])
    expect(readings.filter(([, { documents }]) => documents.length === 1)).toHaveLength(843)
    const documents = readings.map(([path, reading]) => ({ path, ...reading.documents[0]!.document }))
    for (const { path, issuer, written, title } of documents) {
      const [body, name] = bodies.find(([pattern]) => pattern.test(path))!
      expect([path, issuer]).toEqual([path, name(body.exec(path)!)])
      const year = /(\d{4})[^/]*$/.exec(path)![1]!
      if (/^(政府工作报告|国务院机构改革)/.test(path)) {
        expect([path, written?.slice(0, 4)]).toEqual([path, year])
        expect(title).toMatch(new RegExp(`^${year}年.*(政府工作报告|机构改革)`))
      } else expect(title).toMatch(/计划|规划|公报/)
    }
    const communiques = documents.filter(({ path }) => path.startsWith('国家统计局'))
    for (const { path, written } of communiques)
      expect(Number(written!.slice(0, 4))).toBe(Number(path.slice(-7, -3)) + 1)
    // As many as state it, by a count made apart from this code; the others contradict the year of their file.
    expect(documents.filter(({ written }) => written?.length === 10)).toHaveLength(698)
    expect(documents.filter(({ speaker }) => speaker !== null)).toHaveLength(649)
  })
})

describe.skipIf(!present)('rules and exports', () => {
  it('are in, or named with the reason', async () => {
    const source = await loadSource(join(EXAMPLES, 'cpc_documents.yml'))
    for (const file of filesBelow(source.root)) {
      const { documents, skipped } = await readWhole(file, relative(source.root, file), source)
      expect([file, documents.length, skipped !== null]).toEqual([
        file,
        file.endsWith('_index.md') ? 0 : 1,
        file.endsWith('_index.md'),
      ])
    }
    const speeches = await readWhole(join(DATA, 'leader_speeches.json'), 'speeches.json', null)
    expect(speeches.documents).toHaveLength(105)
    const news = await readWhole(join(DATA, 'cctv_2022_2024.jsonl'), 'news.jsonl', null)
    expect(news.documents.length + news.rejected.length).toBe(11_749)
    expect(news.rejected.every(({ record, field }) => record !== null && field === 'paragraphs')).toBe(true)
  })
})
