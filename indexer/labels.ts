import type { RawField } from './record.js'

/**
 * What a label stands for: a field, the text of the record (`body`, or its `abstract` where there is no text),
 * a flag that says something about validity, an address if the value is one (`address`), or nothing (`ignored`:
 * known, and left out on purpose).
 */
export type LabelMeaning = RawField | 'body' | 'abstract' | 'expired' | 'abolished' | 'address' | 'ignored'

/**
 * The one table of labels that records and exports carry. Chinese labels as platforms print them; English ones as
 * their exports name them. Another label of one source belongs into that source's `source.yml`, not here.
 */
const LABELS: Record<LabelMeaning, string[]> = {
  id: ['id'],
  index_number: ['索引号', '信息索引号', '信息索引', '统一编号', '索引编号', 'index_number', 'identifier'],
  topics: [
    '分类',
    '主题分类',
    '组配分类',
    '信息分类',
    '信息类别',
    '主题类别',
    'topics',
    'topic',
    'category',
    'classify_main_name',
    'classify_theme_name',
  ],
  issuer: [
    ...['发布机构', '发文机关', '发布部门', '制定机关', '发文机构', '发文单位', '发布单位', '发布机关', '公布机关'],
    ...['制定单位', '制发机关', '制发单位', '印发机关', '印发单位', '责任部门', '公开责任部门', '公开主体'],
    '发文部门',
    ...['issuer', 'publisher', 'author', 'authors', 'puborg'],
  ],
  doc_number: [
    ...['文号', '发文字号', '文件编号', '发文文号', '文件字号', '发布文号', 'doc_number', 'document_number'],
    ...['docno', 'pcode'],
  ],
  title: ['名称', '标题', '文件名称', '信息名称', '文件标题', 'title'],
  written: [
    '成文日期',
    '生成日期',
    '发文日期',
    '成文时间',
    '发文时间',
    '生成时间',
    '印发日期',
    '印发时间',
    'written',
    'date',
  ],
  published: [
    ...['发布日期', '公布日期', '发布时间', '公布时间', '公开日期', '公开时间', '颁布日期'],
    'publishdate',
    ...['published', 'publish', 'display_publish_time', 'publication', 'publication_date', 'publish_date', 'pubdate'],
  ],
  effective: ['实施日期', '施行日期', '生效日期', '实施时间', '生效时间', 'effective', 'effective_date', 'valid_from'],
  validity: ['有效性', '时效性', '时效', '效力状态', '效力状况', '效力', 'validity', 'status'],
  keywords: ['主题词', '关键词', '关键字', '体裁分类', 'keywords', 'tags', 'categories', 'classify_genre_name'],
  speaker: ['讲话人', '发言人', '报告人', '作报告人', 'speaker'],
  url: ['网址', '链接', '原文链接', 'url', 'link'],
  address: ['来源', '信息来源', '文章来源', 'source'],
  visibility: [
    ...['公开方式', '公开属性', '公开类别', '公开形式', '公开范围', '公开类型', '公开选项', '公开程度', '信息公开属性'],
    ...[
      '信息公开方式',
      '信息公开类别',
      '信息公开选项',
      '是否公开',
      '是否主动公开',
      '公开与否',
      '密级',
      '保密级别',
      '秘密等级',
    ],
    'visibility',
  ],
  body: ['正文', '内容', '全文', '正文内容', '文件内容', 'body', 'text', 'content', 'html', 'content_html'],
  abstract: ['摘要', '内容概述', '内容摘要', 'abstract', 'summary'],
  expired: ['is_expired'],
  abolished: ['is_abolished'],
  ignored: [
    'expired_time',
    '失效日期',
    '废止日期',
    '更新日期',
    '更新时间',
    'attachment',
    '附件',
    ...['浏览', '浏览次数', '浏览量', '阅读次数', '阅读量', '点击数', '点击量', '点击次数', '访问次数', '访问量'],
    'years',
    'layout',
    'draft',
    'weight',
  ],
}

const meanings = new Map<string, LabelMeaning>()
for (const [meaning, labels] of Object.entries(LABELS) as [LabelMeaning, string[]][])
  for (const label of labels) meanings.set(label, meaning)

/** Labels as they compare: width and case folded, without white space, brackets and the colon (`索 引 号：`). */
export function normalizeLabel(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/^[[【〔(*]+|[\]】〕)*]+(?=:*$)/g, '')
    .replace(/[:\]】]+$/, '')
}

/** Labels that a source adds, normalised. */
export type ExtraLabels = ReadonlyMap<string, LabelMeaning>

/** What a label stands for, the source's own labels first; null where nobody knows it. */
export function labelMeaning(label: string, extra?: ExtraLabels): LabelMeaning | null {
  const normalized = normalizeLabel(label)
  return extra?.get(normalized) ?? meanings.get(normalized) ?? null
}
