import { expect, it } from 'vitest'
import { closedListName, closedName } from './visibility-name.js'

it.each([
  ['不予公开', '不予公开'],
  ['02 依申请公开', '依申请公开'],
  ['2019年依申请公开', '依申请公开'],
  ['依申请公开文件2019', '依申请公开'],
  ['依申请', '依申请'],
  ['不公开（内部）', '不公开'],
  ['对外不公开', '对外不公开'],
  ['二、依申请公开类', '依申请公开'],
  ['涉密文件', '涉密'],
])('takes %s for a name of what is closed', (name, found) => expect(closedName(name)).toBe(found))

it.each([
  '主动公开',
  '依申请公开指南',
  '依申请公开（办理流程）',
  '内部审计',
  '国家秘密定密办法',
  '依申请公开目录',
  '2019',
])('takes %s for the name of something else', (name) => expect(closedName(name)).toBeNull())

it('takes lists by what they list', () => {
  expect(closedListName('2019年依申请公开文件目录')).toBe('依申请公开')
  expect(closedListName('青梧区财政局不予公开公文台账')).toBe('不予公开')
  expect(closedListName('依申请公开')).toBe('依申请公开')
  expect(closedListName('依申请公开指南目录')).toBeNull()
  expect(closedListName('政府信息不予公开事项清单')).toBeNull()
  expect(closedListName('2020年依申请公开办理情况统计表')).toBeNull()
})
