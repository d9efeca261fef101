import { expect, it } from 'vitest'
import { emptyRecord } from '../extract/fields.js'
import { draftNoted } from './draft.js'

const noted = (title: string | null, paragraphs: string[], file = '2020/通知.docx', position: number | null = null) =>
  draftNoted({ ...emptyRecord(position), fields: title === null ? {} : { title: [title] }, paragraphs }, file)
const TEXT = '各镇要明确专人负责，严格执行基本建设程序。'

it.each([
  ['关于供水工程的通知（讨论稿）', '讨论稿'],
  ['【初稿】关于供水工程的通知', '初稿'],
  ['关于供水工程的通知（5月9日修改稿）', '修改稿'],
  ['关于供水工程的通知（第三稿）', '第三稿'],
])('takes %s for a draft', (title, note) => {
  expect(noted(title, [TEXT])).toBe(note)
  expect(noted(null, [title, TEXT])).toBe(note)
})

it('finds the note below the title, in the name of the file and of its folder', () => {
  expect(noted(null, ['关于供水工程的通知', '（代拟稿）', TEXT])).toBe('代拟稿')
  expect(noted(null, [TEXT], '2020/关于供水工程的通知修改稿2.docx')).toBe('修改稿')
  expect(noted(null, [TEXT], '2020/供水通知（会签稿）.docx')).toBe('会签稿')
  expect(noted(null, [TEXT], '03 讨论稿/通知.docx')).toBe('讨论稿')
})

it.each([
  '青梧区公园管理办法（征求意见稿）',
  '青梧区公园管理条例（草案）',
  '青梧区公园管理条例（修订草案送审稿）',
  '青梧区公园管理办法（修订稿）',
  '关于征求《公园管理办法（讨论稿）》意见的通知',
  '关于征集宣传标语稿件的通知',
])('takes %s for what it says', (title) => expect(noted(title, [title, TEXT], `2020/${title}.docx`)).toBeNull())

it('does not judge the records of a list by the name of the list', () => {
  expect(noted('关于供水工程的通知', [TEXT], '公文修改稿.csv', 3)).toBeNull()
})
