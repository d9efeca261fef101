import { EXPORT_LABELS } from './labels-export.js'
import type { RawField } from './record.js'

/**
 * What a label stands for: a field, the text of the record (`body`, its parts `question` and `reply`, or its `abstract`
 * where there is no text), a flag that says something about validity or visibility (`open`), an address if the value is
 * one (`address`), or nothing (`ignored`: known, and left out on purpose).
 */
export type LabelMeaning = RawField | TextMeaning | ValidityFlag | 'open' | 'address' | 'ignored'

/** A question about validity that a record answers with yes or no. */
export type ValidityFlag = 'in_force' | 'expired' | 'abolished'

/** What a label of the record's text says of it. */
export type TextMeaning = 'body' | 'abstract' | 'question' | 'reply'

export const isTextMeaning = (meaning: LabelMeaning | null): meaning is TextMeaning =>
  meaning === 'body' || meaning === 'abstract' || meaning === 'question' || meaning === 'reply'

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
    ...['公开单位', '公开部门', '公开机构', '发布主体', '制定主体', '颁布机关', '颁布单位', '制文机关', '制文单位'],
    ...['发文部门', '答复单位', '回复单位', '答复部门', '回复部门', '答复机构', '回复机构'],
    ...['issuer', 'publisher', 'author', 'authors', 'puborg'],
  ],
  doc_number: [
    ...['文号', '发文字号', '文件编号', '发文文号', '文件字号', '发布文号', 'doc_number', 'document_number'],
    ...['docno', 'pcode'],
  ],
  title: [
    ...['名称', '标题', '文件名称', '信息名称', '文件标题', '信息标题', '文章标题', '公文标题'],
    ...['信件标题', '来信标题', '来信主题', '信件主题', '留言标题', '问题标题', '咨询标题', '诉求标题'],
    'title',
  ],
  written: [
    '成文日期',
    '生成日期',
    '发文日期',
    '成文时间',
    '发文时间',
    '生成时间',
    '印发日期',
    '印发时间',
    ...['制发日期', '制发时间', '制文日期', '签发日期', '签发时间'],
    ...['来信时间', '来信日期', '写信时间', '留言时间', '提问时间', '咨询时间', '信件时间', '诉求时间'],
    'written',
    'date',
  ],
  published: [
    ...['发布日期', '公布日期', '发布时间', '公布时间', '公开日期', '公开时间', '颁布日期'],
    ...[
      '颁布时间',
      '上网日期',
      '上网时间',
      '挂网日期',
      '挂网时间',
      '公示日期',
      '公示时间',
      '信息发布日期',
      '信息发布时间',
    ],
    ...['答复时间', '回复时间', '答复日期', '回复日期', '公告时间', '公告日期'],
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
    ...['信息公开方式', '信息公开类别', '信息公开选项', '密级', '保密级别', '秘密等级'],
    'visibility',
  ],
  // The letters of citizens, with what they were answered.
  question: [
    ...['来信内容', '信件内容', '留言内容', '咨询内容', '问题内容', '提问内容', '诉求内容', '投诉内容', '建议内容'],
    ...['反映内容', '来电内容', '问题描述', '诉求描述'],
  ],
  reply: ['答复内容', '回复内容', '答复意见', '回复意见', '反馈内容', '官方回复', '办理结果', '处理结果'],
  body: [
    ...['正文', '内容', '全文', '正文内容', '文件内容', '信息内容', '文章内容', '文章正文', '公文内容'],
    ...['body', 'text', 'content', 'html', 'content_html'],
  ],
  abstract: ['摘要', '内容概述', '内容摘要', 'abstract', 'summary'],
  in_force: ['是否有效', '是否现行有效', '是否继续有效', 'is_effective', 'is_in_force'],
  expired: ['is_expired', '是否失效', '是否过期', '是否已失效'],
  abolished: ['is_abolished', '是否废止', '是否已废止'],
  open: ['是否公开', '是否主动公开', '公开与否', '是否公开展示'],
  ignored: [
    'expired_time',
    '失效日期',
    '废止日期',
    '更新日期',
    '更新时间',
    'attachment',
    '附件',
    // What tells nothing of a document: how the system holds it.
    ...['记录形式', '载体类型', '语种', '信息语种'],
    ...['浏览', '浏览次数', '浏览量', '阅读次数', '阅读量', '点击数', '点击量', '点击次数', '访问次数', '访问量'],
    'years',
    'layout',
    'draft',
    'weight',
  ],
}

const meanings = new Map<string, LabelMeaning>()
for (const table of [EXPORT_LABELS, LABELS])
  for (const [meaning, labels] of Object.entries(table) as [LabelMeaning, string[]][])
    for (const label of labels) meanings.set(withoutJoints(label), meaning)

/** Labels as they compare: width and case folded, without white space, brackets and the colon (`索 引 号：`). */
export function normalizeLabel(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/^[[【〔(*]+|(?<![\]】〕)*])[\]】〕)*]+(?=:*$)/g, '')
    .replace(/(?<![:\]】])[:\]】]+$/, '')
}

/** Exports write docNumber, doc_number, DOC-NUMBER. */
function withoutJoints(label: string): string {
  return label.replace(/(?<=[a-z])[_-](?=[a-z])/g, '')
}

/** Labels that a source adds, normalised. */
export type ExtraLabels = ReadonlyMap<string, LabelMeaning>

/** One of the columns that a long text is spread over: 正文1, 内容（二）. */
const BODY_PART = /^(?:正文|全文|内容|正文内容|文件内容|body|content)[(_-]?(?:\d{1,2}|[一二三四五六七八九十])$/

/** What a label stands for, the source's own labels first; null where nobody knows it. */
export function labelMeaning(label: string, extra?: ExtraLabels): LabelMeaning | null {
  const normalized = normalizeLabel(label)
  const known = extra?.get(normalized) ?? meanings.get(withoutJoints(normalized))
  return known ?? (BODY_PART.test(normalized) ? 'body' : null)
}
