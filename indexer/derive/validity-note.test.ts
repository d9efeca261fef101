import { expect, it } from 'vitest'
import { validityNote } from './validity-note.js'

it.each([
  ['关于加强公园管理的通告【已废止】', '废止'],
  ['关于加强公园管理的通告 （失效）', '失效'],
  ['[部分失效]关于加强公园管理的通告', '部分失效'],
  ['关于加强公园管理的通告（已宣布失效）', '失效'],
  ['青梧区公园管理办法(现行有效)', '有效'],
])('in %s finds %s', (title, validity) => expect(validityNote(title, null)).toBe(validity))

it.each([
  '青梧区公园管理办法（修订）',
  '青梧区公园管理办法（2020年修正）',
  '关于废止部分文件的决定',
  '青梧区规范性文件目录（废止）',
  '青梧区2020年文件清理结果一览表（失效）',
  '（失效）',
])('in %s finds none', (title) => expect(validityNote(title, null)).toBeNull())

it('looks at the name of the file where the title says nothing', () => {
  expect(validityNote('关于加强公园管理的通告', '2009/3号（已废止）.doc')).toBeNull()
  expect(validityNote('关于加强公园管理的通告', '2009/区政府通告（已废止）.doc')).toBe('废止')
})
