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
  for (const { path, document, statedId, position, onlyId, movedId } of records) {
    const assigned = assigner.assign(document, statedId ?? null, {
      ...{ path, position: position ?? null, onlyId: onlyId ?? null, movedId: movedId ?? null },
    })
    if (assigned === null) throw new Error('nothing is open here')
    if ('duplicateOf' in assigned) {
      answers.push(`= ${assigned.duplicateOf}`)
      continue
    }
    const { id, identity } = assigned
    aliases.push(...assigned.aliases.map((alias) => ({ identity: alias, id })))
    answers.push(id)
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
