import { describe, expect, it } from 'vitest'
import { labelMeaning, normalizeLabel } from './labels.js'

describe('labelMeaning', () => {
  it.each([
    ['index_number', ['索引号', '统一编号', '索 引 号：', '【索引号】', '索引号：：']],
    ['topics', ['分类', '主题分类', '组配分类', 'classify_main_name', 'classify_theme_name']],
    ['issuer', ['发布机构', '发文机关', '发布部门', '制定机关', '公开主体', '公开单位', '发文部门', 'publisher']],
    ['doc_number', ['文号', '发文字号', '文件编号', 'document_number', 'docFileNum']],
    ['title', ['名称', '标题', '文件标题', '标　　题:', 'XXMC']],
    ['written', ['成文日期', '生成日期', '发文日期', '签发日期', 'SCRQ', 'date']],
    ['published', ['发布日期', '公布日期', '颁布日期', '公示时间', 'display_publish_time']],
    ['effective', ['实施日期', '施行日期', '生效时间']],
    ['validity', ['有效性', '时效性', '时效', '效力状况']],
    ['body', ['正文', '文件内容', 'XXNR']],
    ['ignored', ['记录形式']],
    ['keywords', ['主题词', '关键词', 'Keywords']],
  ])('knows every label of %s', (meaning, labels) => {
    for (const label of labels) expect(labelMeaning(label)).toBe(meaning)
  })

  it('knows no other', () => expect(labelMeaning('版式')).toBeNull())

  it('puts the labels of the source first', () => {
    expect(labelMeaning('分 类', new Map([[normalizeLabel('分类'), 'keywords']]))).toBe('keywords')
  })
})
