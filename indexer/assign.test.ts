import { describe, expect, it } from 'vitest'
import { IdAssigner, type Standing } from './assign.js'
import type { Catalogue } from './catalogue.js'
import type { UnnumberedDocument } from './record.js'
import { openCatalogue, temporaryFolder } from './testing/temporary-catalogue.js'
import { unnumbered } from './testing/unnumbered.js'

interface Given {
  path: string
  document: UnnumberedDocument
  statedId?: string
  position?: number
  onlyId?: string
  placeId?: string
  movedId?: string
}

const given = (path: string, changes: Partial<UnnumberedDocument>, more: Partial<Given> = {}): Given => ({
  ...{ path, document: unnumbered({ file: path.slice(1), ...changes }) },
  ...more,
})

/** One run: assigns an id to each record, in order, and keeps them. Other files are as they were, or gone. */
async function run(catalogue: Catalogue, records: Given[], gone: string[] = []): Promise<string[]> {
  const read = new Set(records.map(({ path }) => path))
  const assigner = new IdAssigner(catalogue, (path) => (gone.includes(path) || read.has(path) ? 'past' : 'kept'))
  const heads = []
  const aliases: { identity: string; id: string }[] = []
  const answers: string[] = []
  const ask = ({ path, document, statedId, position, onlyId, placeId, movedId }: Given) =>
    assigner.assign(document, statedId ?? null, {
      ...{ path, position: position ?? null, onlyId: onlyId ?? null, placeId: placeId ?? null },
      movedId: movedId ?? null,
    })
  const first = records.map((record, index) => ({ ...record, index, assigned: ask(record) }))
  const waiting = first.filter(({ assigned }) => assigned === null)
  const taken = first.filter(({ assigned }) => assigned !== null)
  for (const one of waiting) taken.push({ ...one, assigned: ask(one) })
  for (const { path, document, index, assigned } of taken) {
    if (assigned === null) throw new Error('nothing is open here')
    if ('duplicateOf' in assigned) {
      answers[index] = `= ${assigned.duplicateOf}`
      continue
    }
    const { id, identity } = assigned
    aliases.push(...assigned.aliases.map((alias) => ({ identity: alias, id })))
    answers[index] = id
    const revision = `${id} ${document.content_hash} ${document.title}`
    await catalogue.keep(revision, { id, ...document }, [])
    heads.push({ id, revision, path, identity, added: null, since: null, earlier: [], original: null })
  }
  const past = new Set([...read, ...gone])
  const leaving = [...catalogue.heads()].filter(({ path, id }) => past.has(path) && !answers.includes(id))
  const tombstones = leaving.map((head) => ({ ...head, left: '2026-01-02T03:04:05.000Z' }))
  await catalogue.apply({ files: [], removedFiles: gone, heads, aliases, tombstones })
  return answers
}

const newCatalogue = async (): Promise<Catalogue> => openCatalogue(await temporaryFolder()).catalogue

const NUMBER = { index_number: '675490773/2021-00278' }
const ID = '675490773-2021-00278'

describe('IdAssigner', () => {
  it('tells two names apart that would be one address, in the first run as in every later one', async () => {
    const catalogue = await newCatalogue()
    const records = [given('/a', {}, { statedId: 'own/7' }), given('/b', {}, { statedId: 'own.7' })]
    const first = await run(catalogue, records)
    expect(first[0]).toBe('own-7')
    expect(first[1]).toMatch(/^d[0-9a-f]{16}$/)
    expect(await run(catalogue, records)).toEqual(first)
    expect(await run(catalogue, records.slice(1))).toEqual(first.slice(1))
  })

  it('gives the id of the index number, and the same in every later run', async () => {
    const catalogue = await newCatalogue()
    expect(await run(catalogue, [given('/a', NUMBER)])).toEqual([ID])
    expect(await run(catalogue, [given('/a', NUMBER)])).toEqual([ID])
    expect(await run(catalogue, [given('/a', { ...NUMBER, title: '新题', paragraphs: ['新。'] })])).toEqual([ID])
    expect(await run(catalogue, [given('/b', NUMBER)], ['/a'])).toEqual([ID])
  })

  it('takes the very same record once, whichever run it comes in', async () => {
    const catalogue = await newCatalogue()
    expect(await run(catalogue, [given('/a', NUMBER), given('/b', NUMBER)])).toEqual([ID, '= a'])
    expect(await run(catalogue, [given('/b', NUMBER)])).toEqual(['= a'])
    expect(await run(catalogue, [given('/b', NUMBER)], ['/a'])).toEqual([ID])
  })

  it('takes two texts under one number, with ids that stay theirs', async () => {
    const catalogue = await newCatalogue()
    const records = [given('/a', NUMBER), given('/b', { ...NUMBER, paragraphs: ['另文。'] })]
    const first = await run(catalogue, records)
    expect(first[0]).toBe(ID)
    expect(first[1]).not.toBe(ID)
    expect(await run(catalogue, records)).toEqual(first)
    // Read alone, corrected or not; and still when the other one has left.
    expect(await run(catalogue, [records[1]!])).toEqual([first[1]])
    const corrected = given('/b', { ...NUMBER, paragraphs: ['另文，改正。'] })
    expect(await run(catalogue, [corrected])).toEqual([first[1]])
    expect(await run(catalogue, [corrected], ['/a'])).toEqual([first[1]])
  })

  it('tells numbers apart that look alike in an address, for ever', async () => {
    const catalogue = await newCatalogue()
    const records = [
      given('/a', { index_number: '1/2-3' }),
      given('/b', { index_number: '1-2/3', paragraphs: ['另。'] }),
    ]
    const first = await run(catalogue, records)
    expect(first[0]).toBe('1-2-3')
    expect(first[1]).not.toBe('1-2-3')
    expect(await run(catalogue, records)).toEqual(first)
    expect(await run(catalogue, [records[1]!])).toEqual([first[1]])
  })

  it('tells records of one file apart by their place', async () => {
    const catalogue = await newCatalogue()
    const same = { title: '公告', issuer: '甲局' }
    const records = [1, 2, 3].map((position) =>
      given('/a', { ...same, paragraphs: [`第${position}号。`] }, { position }),
    )
    const ids = await run(catalogue, records)
    expect(new Set(ids).size).toBe(3)
    expect(await run(catalogue, records)).toEqual(ids)
    const again = given('/a', { ...same, paragraphs: ['第1号。'] }, { position: 4 })
    expect(await run(catalogue, [...records, again])).toEqual([...ids, '= a'])
  })

  it('waits for a file that is yet to be read before it says whose an id is', async () => {
    const catalogue = await newCatalogue()
    await run(catalogue, [given('/b', NUMBER)])
    const standing = new Map<string, Standing>([['/b', 'open']])
    const assigner = new IdAssigner(catalogue, (path) => standing.get(path) ?? 'kept')
    const ask = () =>
      assigner.assign(unnumbered({ ...NUMBER, file: 'a' }), null, {
        path: '/a',
        position: null,
        onlyId: null,
        placeId: null,
        movedId: null,
      })
    expect(ask()).toBeNull()
    // It has another record now: the id moves.
    standing.set('/b', 'past')
    expect(ask()).toMatchObject({ id: ID })
  })

  it('keeps the id of a record without a number whose metadata is corrected', async () => {
    const catalogue = await newCatalogue()
    const [id] = await run(catalogue, [given('/a', { title: '通只' })])
    expect(await run(catalogue, [given('/a', { title: '通知' }, { onlyId: id! })])).toEqual([id])
    expect(await run(catalogue, [given('/a', { title: '通知' })])).toEqual([id])
    // The old title, should it come in with another text, is another record.
    const [other] = await run(catalogue, [given('/b', { title: '通只', paragraphs: ['另文。'] })])
    expect(other).not.toBe(id)
  })

  it('does not let a record without a number take the id of one with a number', async () => {
    const catalogue = await newCatalogue()
    await run(catalogue, [given('/a', NUMBER)])
    const [other] = await run(catalogue, [given('/a', { title: '另题' }, { onlyId: ID })])
    expect(other).not.toBe(ID)
  })

  it('leaves its id to a record whose file has moved, for ever, and tells the next one of the old name apart', async () => {
    const catalogue = await newCatalogue()
    const other = { ...NUMBER, paragraphs: ['另文。'] }
    const [, id] = await run(catalogue, [given('/a', NUMBER), given('/b', other)])
    expect(await run(catalogue, [given('/c', other, { movedId: id! })], ['/b'])).toEqual([id])
    expect(await run(catalogue, [given('/c', other)])).toEqual([id])
    expect(await run(catalogue, [given('/c', { ...other, paragraphs: ['另文，改正。'] })])).toEqual([id])
    const [third] = await run(catalogue, [given('/b', { ...NUMBER, paragraphs: ['第三文。'] })])
    expect(third).not.toBe(id)
    expect(third).not.toBe(ID)
    expect(await run(catalogue, [given('/b', { ...NUMBER, paragraphs: ['第三文，改正。'] })])).toEqual([third])
  })

  it('gives an id that is free again to nobody but its record', async () => {
    const catalogue = await newCatalogue()
    await run(catalogue, [given('/a', { index_number: '1/2-3' })])
    await run(catalogue, [], ['/a'])
    const [other] = await run(catalogue, [given('/b', { index_number: '1-2/3' })], ['/a'])
    expect(other).not.toBe('1-2-3')
    expect(await run(catalogue, [given('/c', { index_number: '1/2-3' })], ['/a'])).toEqual(['1-2-3'])
  })
})

describe('a record of a list whose title alone is corrected', () => {
  const row = (title: string, position: number, changes: Partial<UnnumberedDocument> = {}, placeId?: string) =>
    given('/list', { title, written: '2022-01-01', ...changes }, { position, ...(placeId && { placeId }) })

  it('keeps its id, by its date and text, and for ever', async () => {
    const catalogue = await newCatalogue()
    const [id, other] = await run(catalogue, [row('通只', 1), row('公告', 2, { paragraphs: ['另文。'] })])
    const rows = [row('通知', 1, {}, id), row('公告', 2, { paragraphs: ['另文。'] }, other)]
    expect(await run(catalogue, rows)).toEqual([id, other])
    expect(await run(catalogue, rows)).toEqual([id, other])
    expect(await run(catalogue, [row('通只', 1, {}, id), rows[1]!])).toEqual([id, other])
  })

  it('keeps it by its number, too, and not where anything else is another', async () => {
    const catalogue = await newCatalogue()
    const number = { doc_number: '青政发〔2022〕1号' }
    const [id] = await run(catalogue, [row('通只', 1, number)])
    expect(await run(catalogue, [row('通知', 1, { ...number, paragraphs: ['改。'] }, id)])).toEqual([id])
    for (const changes of [
      { doc_number: '青政发〔2022〕2号' },
      { ...number, written: '2022-01-02' },
      { ...number, issuer: '甲局' },
    ])
      expect(await run(catalogue, [row('公告', 1, changes, id)])).not.toEqual([id])
  })

  it('does not take the id of another record that has moved down, though all but the title is alike', async () => {
    const catalogue = await newCatalogue()
    const [first, second] = await run(catalogue, [row('甲批复', 1), row('乙批复', 2)])
    const rows = [row('丙批复', 1, {}, first), row('甲批复', 2, {}, second), row('乙批复', 3)]
    const [added, ...stayed] = await run(catalogue, rows)
    expect(stayed).toEqual([first, second])
    expect([first, second]).not.toContain(added)
  })

  it('is another record where its text is, or nothing says when it was written', async () => {
    const catalogue = await newCatalogue()
    const [id, undated] = await run(catalogue, [row('通只', 1), row('通告', 2, { written: null })])
    const [first, second] = await run(catalogue, [
      row('公告', 1, { paragraphs: ['另文。'] }, id),
      row('公示', 2, { written: null }, undated),
    ])
    expect([id, undated]).not.toContain(first)
    expect([id, undated]).not.toContain(second)
  })

  it('is one record where two have become the same', async () => {
    const catalogue = await newCatalogue()
    const [id, other] = await run(catalogue, [row('通只', 1), row('通字', 2)])
    const rows = [row('通知', 1, {}, id), row('通知', 2, {}, other)]
    expect(await run(catalogue, rows)).toEqual([id, '= list'])
    expect(await run(catalogue, rows)).toEqual([id, '= list'])
  })

  it('is not given twice, where another file has it by its new title already', async () => {
    const catalogue = await newCatalogue()
    const [id] = await run(catalogue, [row('通只', 1)])
    const moved = given('/other', { title: '通知', written: '2022-01-01' }, { position: 1 })
    const [answer, other] = await run(catalogue, [row('通知', 1, {}, id), moved])
    expect([answer, other]).toEqual(['= other', expect.not.stringMatching(id!)])
  })
})
