import { expect, it } from 'vitest'
import { visibilityLabel } from './labels-visibility.js'

it.each([
  ['公开方式', 'tells'],
  ['公文公开属性', 'tells'],
  ['信息公开类型', 'tells'],
  ['公开情况', 'tells'],
  ['secretGrade', 'tells'],
  ['gkfw', 'tells'],
  ['是否公开', 'asksOpen'],
  ['可否公开', 'asksOpen'],
  ['是否对社会公开', 'asksOpen'],
  ['主动公开', 'asksOpen'],
  ['public', 'asksOpen'],
  ['open_flag', 'asksOpen'],
  ['是否涉密', 'asksClosed'],
  ['不予公开', 'asksClosed'],
  ['是否依申请公开', 'asksClosed'],
  ['isSecret', 'asksClosed'],
  ['公开日期', null],
  ['公开主体', null],
  ['publication', null],
  ['版式', null],
])('takes %s for a label that %s', (label, about) => expect(visibilityLabel(label)).toBe(about))
