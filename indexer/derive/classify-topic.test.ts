import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import topics from '../contract/topics.json' with { type: 'json' }
import { readWhole } from '../testing/whole-reading.js'
import { classifyTopic } from './classify-topic.js'
import data from './topic-terms.json' with { type: 'json' }

const SAMPLE = resolve(import.meta.dirname, '../sample')
const PAGES = resolve(import.meta.dirname, '../../../shared/data/gov_cn_pages/html')
if (!existsSync(PAGES)) console.warn(`part of classify-topic.test.ts is skipped: there is no ${PAGES}`)

/** What is given to records whose source states a class, beside it: how many get one, and how many the right one. */
async function measure(folder: string) {
  const sums = { stated: 0, given: 0, right: 0 }
  for (const name of readdirSync(folder)) {
    const { documents } = await readWhole(join(folder, name), name, null)
    for (const { document } of documents) {
      if (document.topics.length === 0 || document.derived.includes('topics')) continue
      sums.stated++
      const given = classifyTopic(document.title, document.issuer, document.paragraphs)
      if (given === null) continue
      sums.given++
      if (given.split('/')[0] === document.topics[0]!.split('/')[0]) sums.right++
    }
  }
  return sums
}

describe('the terms', () => {
  it('belong to classes of the taxonomy', () => {
    const classes = topics.flatMap(({ name, children }) => [name, ...children.map((child) => `${name}/${child}`)])
    for (const path of [...Object.keys(data.terms), ...Object.values(data.bodies)]) expect(classes).toContain(path)
  })

  it('have at least two characters each and stand in one class', () => {
    const words = Object.values(data.terms).flat()
    expect(words.filter((word) => word.length < 2)).toEqual([])
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  })
})

describe('classifyTopic', () => {
  it('gives the class whose words stand in the title', () =>
    expect(classifyTopic('关于做好城乡居民养老保险工作的通知', '青梧区医疗保障局', ['参加养老保险的居民……'])).toBe(
      '劳动、人事、监察/社会保障',
    ))

  it('gives none where nothing speaks for one, or two classes do', () => {
    expect(classifyTopic('关于有关事项的通知', null, ['请遵照执行。'])).toBeNull()
    expect(classifyTopic('关于教育和水利工作的通知', null, [])).toBeNull()
  })

  it('is seldom wrong on the sample, whose records state their class', async () => {
    const { stated, given, right } = await measure(SAMPLE)
    expect(stated).toBeGreaterThan(80)
    expect(given / stated).toBeGreaterThan(0.7)
    expect(right / given).toBeGreaterThan(0.9)
  })

  it.skipIf(!existsSync(PAGES))('is seldom wrong on pages of the State Council', async () => {
    const { stated, given, right } = await measure(PAGES)
    expect(stated).toBe(30)
    expect(given).toBeGreaterThanOrEqual(18)
    expect(given - right).toBeLessThanOrEqual(2)
  })
})
