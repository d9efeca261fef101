import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { hashed, inMemory } from './file-bytes.js'
import { ChangedWhileReadError, isLongList, portionsOf, type Portion } from './portions.js'
import { readFile } from './read-file.js'
import { sentenceFor } from './sentence.js'
import { readWhole } from './testing/whole-reading.js'

const folder = mkdtempSync(join(tmpdir(), 'portions-'))
afterAll(() => rmSync(folder, { recursive: true }))

const line = (n: number, more: object = {}): string =>
  JSON.stringify({ title: `通知${n}`, text: `内容${n}。`, ...more })

async function cut(content: string | Buffer, name = 'a.jsonl'): Promise<Portion[] | null> {
  const bytes = inMemory(Buffer.from(content))
  if (!(await isLongList(name, bytes, 100))) return null
  const portions: Portion[] = []
  for await (const portion of portionsOf(name, await hashed(bytes), 100)) portions.push(portion)
  return portions
}

describe('portionsOf', () => {
  it('cuts at the ends of lines, and counts the lines before', async () => {
    const content = Array.from({ length: 9 }, (_, n) => line(n)).join('\n')
    const portions = (await cut(content))!
    expect(portions.length).toBeGreaterThan(2)
    expect(Buffer.concat(portions.map(({ bytes }) => bytes)).toString()).toBe(content)
    let before = 0
    for (const { bytes, linesBefore, lines } of portions) {
      expect(linesBefore).toBe(before)
      expect(bytes.toString().trimEnd().split('\n')).toHaveLength(lines)
      before += lines
    }
    expect(before).toBe(9)
  })

  it('counts lines however they end', async () => {
    const content = `${line(1)}\r\n${line(2)}\r\n\r\n${line(3)}\n${line(4)}\r\n${line(5)}\r${line(6)}\n`
    const portions = (await cut(content))!
    expect(portions.length).toBeGreaterThan(1)
    for (const { bytes, linesBefore } of portions) {
      const before = content.slice(0, content.indexOf(bytes.toString()))
      expect(linesBefore).toBe(before.split(/\r\n?|\n/).length - 1)
    }
  })

  it('leaves whole what is no list of lines, or may have line feeds within characters', async () => {
    const records = Array.from({ length: 9 }, (_, n) => ({ title: `通知${n}`, text: '内容。' }))
    expect(await cut(JSON.stringify(records))).toBeNull()
    expect(await cut(JSON.stringify(records, null, 2))).toBeNull()
    expect(await cut(JSON.stringify({ data: records }) + '\n')).toBeNull()
    const lines = records.map((record) => JSON.stringify(record)).join('\n')
    expect(await cut(lines, 'a.txt')).toBeNull()
    expect(await cut(Buffer.from(lines, 'utf16le'))).toBeNull()
    expect(await cut(line(1) + '\n' + line(2))).toBeNull()
    expect(await cut(lines, 'a.json')).not.toBeNull()
  })
})

describe('a long list', () => {
  const FILLING = '这一段是正文。'.repeat(300)

  async function read(lines: string[], encode = (content: string): Buffer => Buffer.from(content)) {
    const path = join(folder, 'long.jsonl')
    writeFileSync(path, encode(lines.join('\n')))
    return readWhole(path, 'long.jsonl', null)
  }

  it('gives the same records as a short one, each with the number of its line', async () => {
    const lines = Array.from({ length: 1500 }, (_, n) => line(n + 1, { text: `${FILLING}第${n + 1}条。` }))
    lines[9] = '{"title":'
    lines[1400] = line(1401, { text: FILLING, visibility: '依申请公开' })
    lines[1450] = `{"title":"通知1451","text":"一行。\u2028又一行。"}`
    const { documents, rejected, skipped, final } = await read(lines)
    expect(lines.join('\n').length * 3).toBeGreaterThan(8_000_000)
    expect({ skipped, final }).toEqual({ skipped: null, final: true })
    expect(rejected.map(({ record, field }) => [record, field])).toEqual(
      expect.arrayContaining([
        [10, null],
        [1401, 'visibility'],
      ]),
    )
    expect(rejected).toHaveLength(2)
    const expected = lines.map((_, index) => index + 1).filter((position) => position !== 10 && position !== 1401)
    expect(documents.map(({ position }) => position)).toEqual(expected)
    for (const { position, document } of documents) expect(document.title).toBe(`通知${position}`)
    expect(documents.at(-50)!.document.paragraphs).toEqual(['一行。', '又一行。'])
  })

  it('loses no more than the portion that cannot be read', async () => {
    const lines = Array.from({ length: 1000 }, (_, n) => line(n + 1, { text: FILLING }))
    const { documents, rejected } = await read(lines, (content) => {
      const bytes = Buffer.from(content)
      bytes.fill(0x01, bytes.length - 500_000)
      return bytes
    })
    expect(documents.length).toBeGreaterThan(600)
    expect(documents.length + rejected.length).toBeLessThan(1000)
    const { record, reason } = rejected[0]!
    expect(record).toBe(documents.length + 1)
    expect(reason).toMatch(new RegExp(`^第 ${record} 至 \\d+ 行未收录：`))
  })

  describe('that is written to while it is read', () => {
    const path = join(folder, 'written.jsonl')
    const lines = Array.from({ length: 2000 }, (_, n) => line(n + 1, { text: FILLING }))

    async function readWhile(write: () => void): Promise<number> {
      writeFileSync(path, lines.join('\n'))
      const { records } = await readFile(path, 'written.jsonl', null)
      let documents = 0
      for await (const { document } of records) {
        if (document !== null && documents++ === 0) write()
      }
      return documents
    }

    it('gives what it had where lines are appended', async () => {
      expect(await readWhile(() => appendFileSync(path, `\n${line(2001)}`))).toBe(2000)
    })

    it.each([
      ['in place', lines.map((_, n) => line(n + 1, { text: FILLING.replaceAll('正', '新') }))],
      ['to a shorter one', lines.slice(0, 900)],
    ])('ends with a sentence that names it where it is rewritten %s', async (_, others) => {
      const ended = await readWhile(() => writeFileSync(path, others.join('\n'))).catch((error: unknown) => error)
      expect(ended).toBeInstanceOf(ChangedWhileReadError)
      expect(sentenceFor(ended)).toContain(`“${path}”`)
    })
  })
})
