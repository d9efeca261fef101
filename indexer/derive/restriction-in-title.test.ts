import { expect, it } from 'vitest'
import { restrictionInTitle } from './restriction-in-title.js'

it.each([
  ['青梧区财政局关于拨付经费的通知（不予公开）', '不予公开'],
  ['关于防汛工作安排情况的通知（依申请公开）', '依申请公开'],
  ['关于申请防汛资金的请示（不予公开）', '不予公开'],
  ['关于拨付经费的通知〔不予公开〕', '不予公开'],
  ['关于拨付经费的通知（内部使用）', '内部使用'],
  ['关于拨付经费的通知（秘密）', '秘密'],
  ['关于拨付经费的通知（暂不对外公开）', '暂不对外公开'],
  ['【内部】关于拨付经费的通知', '内部'],
])('finds the note of %s', (title, note) => expect(restrictionInTitle(title)).toBe(note))

it.each([
  '关于拨付经费的通知（试行）',
  '政府信息公开告知书（不予公开）',
  '政府信息公开申请表（依申请公开）',
  '青梧区住建局依申请公开办理指南',
  '中华人民共和国政府信息公开条例',
  '2020年度依申请公开工作年度报告',
  '关于保密工作的意见',
  '内部审计条例',
  '（内部）',
])('finds nothing against %s', (title) => expect(restrictionInTitle(title)).toBeNull())
