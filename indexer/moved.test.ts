import { describe, expect, it } from 'vitest'
import type { FileEntry } from './catalogue.js'
import { idsByPlace } from './moved.js'

const file = (documents: string[], positions?: (number | null)[]): FileEntry => ({
  ...{ path: '/a/list.jsonl', size: 1, mtimeMs: 1, bytes: 'b', reading: 'r', documents, skipped: null, rejected: [] },
  ...{ final: true, ...(positions && { positions }) },
})

describe('idsByPlace', () => {
  it('tells the id of each record of a list, and of no other place', () => {
    const idOf = idsByPlace(file(['one', 'three'], [1, 3]))
    expect([1, 2, 3, 4, null].map(idOf)).toEqual(['one', null, 'three', null, null])
  })

  it('tells the id of the one record of a file, whether or not its place was noted', () => {
    expect(idsByPlace(file(['one'], [null]))(null)).toBe('one')
    expect(idsByPlace(file(['one']))(null)).toBe('one')
    expect(idsByPlace(file(['one', 'two']))(1)).toBeNull()
  })

  it('tells nothing where there was no file', () => expect(idsByPlace(null)(null)).toBeNull())
})
