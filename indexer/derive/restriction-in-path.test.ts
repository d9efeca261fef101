import { describe, expect, it } from 'vitest'
import { restrictionInPath } from './restriction-in-path.js'

describe('restrictionInPath', () => {
  it.each([
    ['2014/不予公开/通知.doc', '不予公开'],
    ['02 依申请公开/通知.doc', '依申请公开'],
    ['涉密文件.zip/通知.doc', '涉密'],
    ['关于某事的通知（不公开）.doc', '不公开'],
    ['2019年依申请公开/通知.doc', '依申请公开'],
    ['依申请公开文件2019/通知.doc', '依申请公开'],
    ['依申请/通知.doc', '依申请'],
    ['不公开（内部）/通知.doc', '不公开'],
    ['对外不公开/通知.doc', '对外不公开'],
    ['关于某事的通知-不公开.txt', '不公开'],
    ['依申请公开-关于某事的通知.txt', '依申请公开'],
    ['关于某事的通知_内部资料.txt', '内部'],
    ['关于建立值班制度的通知-不公开.txt', '不公开'],
  ])('finds what %j says', (path, found) => expect(restrictionInPath(path)).toBe(found))

  it.each([
    ['主动公开/通知.doc'],
    ['依申请公开指南/申请表.doc'],
    ['政府信息依申请公开指南.doc'],
    ['内部审计/通知.doc'],
    ['国家秘密定密办法.doc'],
    ['政府信息-依申请公开-办理流程.doc'],
    ['依申请公开-申请表.doc'],
    ['2019-2020/通知.doc'],
  ])('says nothing against %j', (path) => expect(restrictionInPath(path)).toBeNull())
})
