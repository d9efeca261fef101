import { describe, expect, it } from 'vitest'
import type { Version } from '../../indexer/contract/document.js'
import { sampleDocument } from '../testing/memory-archive.js'
import { standingNotes } from './standing.js'
import { validityNotice } from './validity.js'

const version = (number: number, until: string | null): Version => ({
  ...{ number, since: '2024-05-06T01:00:00Z', until, title: '题', content_hash: 'a'.repeat(64) },
})
const versions = [version(1, '2025-01-02T01:00:00Z'), version(2, null)]
const url = '/d/675490773-2021-00278'

describe('standingNotes', () => {
  it('says nothing of a text that is in force and was never another', () => {
    expect(standingNotes(sampleDocument({ versions: [version(1, null)] }), validityNotice('有效'), null)).toEqual([])
  })

  it('says that a text is not in force, and leads to the one that is', () => {
    const inForce = { url: '/d/new', label: '查看有效的文本（2023年1月1日）' }
    expect(standingNotes(sampleDocument(), validityNotice('废止'), inForce)).toEqual([
      { badge: '废止', text: '仅供查考', link: { url: '/d/new', label: '查看有效的文本' } },
    ])
    expect(standingNotes(sampleDocument(), validityNotice('已修改'), null)[0]?.link).toBeNull()
  })

  it('says that another version has taken the place of this one, and then that neither is in force', () => {
    const notes = standingNotes(sampleDocument({ version: 1, versions }), validityNotice('失效'), null)
    expect(notes.map(({ badge }) => badge)).toEqual(['历史版本', '失效'])
    expect(notes[0]).toMatchObject({ text: '第 1 版，已被取代', link: { url, label: '查看现行版本' } })
  })

  it('says that a text was another when it may have been cited', () => {
    expect(standingNotes(sampleDocument({ version: 2, versions }), validityNotice('有效'), null)).toEqual([
      { badge: null, text: '收录后有改动，现为第 2 版', link: { url: '#versions', label: '历次版本' } },
    ])
  })
})
