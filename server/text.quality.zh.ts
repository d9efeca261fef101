import type { FindingKind } from '../indexer/contract/findings.js'

const count = (value: number): string => value.toLocaleString('zh-CN')

/** Each kind of entries: its name, and what it means and what to do. */
const kinds: Record<FindingKind, { name: string; hint: string }> = {
  published_before_written: { name: '发布早于成文', hint: '发布日期早于成文日期，其中一个可能有误。' },
  number_year: { name: '文号年份不符', hint: '文号中的年份与成文日期的年份不同，请核对其中一项。' },
  missing: { name: '缺少字段', hint: '来源没有写明，也无法从正文得出。可在 source.yml 中补写规则或更正。' },
  unknown_label: {
    name: '不认识的标签',
    hint: '来源中有值、但没有字段与之对应的标签。可在 source.yml 的 labels 中指明。',
  },
  dropped: { name: '未采用的值', hint: '来源写明、但无法采用的值。' },
  doubtful: { name: '存疑的值', hint: '已照录，但不合常规或前后不一的值。' },
  damaged: { name: '正文有损坏', hint: '正文里有无法解码的字节，已用“\uFFFD”代替。' },
  code_body: { name: '代码与机构不符', hint: '同一机构代码由几个机构使用，或同一机构使用几个代码。' },
  duplicate_title: { name: '名称重复', hint: '几篇文件的名称相同，可能是不同版本，也可能是重复收录。' },
  near_duplicate: { name: '内容相近', hint: '正文大部分相同（估计相似度不低于 80%）。每组列在一起。' },
  merged: { name: '已合并的副本', hint: '与另一份文件完全相同的记录，只收录一篇，来源都列在这里。' },
  rejected: { name: '未收入的记录', hint: '读取时发现问题、没有收入档案的记录。改正后重新索引即可收入。' },
}

/** What the quality page says. */
export const quality = {
  title: '档案质量',
  intro: '索引时发现、需要工作人员核对的问题。除“未收入的记录”外，所列文件都已收入档案，读者可以检索。',
  kinds,
  overview: '问题一览',
  entries: (total: number) => `${count(total)} 条`,
  none: '没有发现需要核对的问题。',
  notYet: '还没有质量报告。首次索引完成后即可查看；如果现有索引由旧版程序生成，请重新索引。',
  keys: { label: '按内容筛选', all: '全部', more: (rest: number) => `其余 ${count(rest)} 项` },
  back: '返回问题一览',
  list: '问题清单',
  badKind: (value: string) => `没有“${value}”这类问题，请从问题一览中选择。`,
  noneOfKind: '没有这类问题。',
  beyond: '没有这一页，请返回第一页。',
}
