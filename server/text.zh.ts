import type { FacetName } from '../indexer/contract/fields.js'
import { fieldNames } from '../indexer/contract/text.fields.zh.js'
import type { Validity } from '../indexer/contract/validity.js'
import type { Scope, Sort } from './search/types.js'
import { advancedTexts } from './text.advanced.zh.js'
import { citeTexts } from './text.cite.zh.js'
import { exportTexts } from './text.exports.zh.js'
import { help } from './text.help.zh.js'
import { historyText } from './text.history.zh.js'
import { hintTexts } from './text.hints.zh.js'
import { operatorText } from './text.operator.zh.js'
import { queryText } from './text.query.zh.js'
import { problems } from './text.problems.zh.js'
import { quality } from './text.quality.zh.js'
import { related } from './text.related.zh.js'
import { inMarks, quoted } from './text.quoted.zh.js'

const count = (value: number): string => value.toLocaleString('zh-CN')

const facets: Record<FacetName, string> = {
  issuer: '发布机构',
  topic: '主题分类',
  year: '成文年份',
  validity: '有效性',
}

const validity: Record<Validity, string> = {
  有效: '本文件有效。',
  已修改: '本文件已被修改。以下是收录时的文本，引用前请查对修改后的文本。',
  部分失效: '本文件部分内容已经失效，引用前请查对。',
  失效: '本文件已经失效，仅供查考。',
  废止: '本文件已被废止，仅供查考。',
  尚未生效: '本文件尚未生效。',
  未标注: '来源没有标注本文件的有效性。',
}

/** The same in a few words, beside a text that is being read. */
const standing: Record<Validity, string> = {
  有效: '本文件有效',
  已修改: '引用前请查对修改后的文本',
  部分失效: '部分内容已经失效',
  失效: '仅供查考',
  废止: '仅供查考',
  尚未生效: '本文件尚未生效',
  未标注: '有效性未标注',
}

const scopes: Record<Scope, string> = { '': '全部', title: '标题', text: '正文' }
const sorts: Record<Exclude<Sort, ''> | 'relevance', string> = {
  relevance: '按相关度',
  newest: '最新在前',
  oldest: '最早在前',
}

/** Every word the site says, in one place; templates and view models take theirs from here. */
export const t = {
  site: {
    name: '政言',
    tagline: '政府档案全文检索',
    language: 'zh-Hans',
    skip: '跳到正文',
    navigation: '网站导航',
    home: '首页',
    all: '全部文件',
    help: '使用帮助',
    quality: '档案质量',
    back: '返回首页',
    listSeparator: '、',
    titleSeparator: ' - ',
    footer: '文本按来源原样收录，以发布机构公布的正式文本为准。',
  },
  fields: fieldNames,
  facets,
  validity,
  standing,
  scopes,
  sorts,
  modes: { '': '最佳匹配', exact: '逐字匹配' },
  date: {
    year: (year: string) => `${year}年`,
    month: (year: string, month: number) => `${year}年${month}月`,
    day: (year: string, month: number, day: number) => `${year}年${month}月${day}日`,
  },
  topicSeparator: ' › ',
  form: {
    label: '检索政府档案',
    placeholder: '输入词语、整句或文号',
    submit: '检索',
    mode: '匹配方式',
    scope: '检索范围',
    apply: '应用筛选',
    filters: '筛选',
    skipFilters: '跳过筛选，到文件列表',
    closeFilters: '收起筛选，查看结果',
    written: '成文日期',
    from: '起',
    to: '止',
    dateHint: '可写 2021、2021-08 或 2021年8月24日',
    more: (rest: number) => `更多（${count(rest)}）`,
    children: (total: number) => `细分 ${count(total)} 类`,
    documents: '篇',
    chosen: (total: number) => `已选 ${total}`,
  },
  results: {
    title: (q: string, page = 1) => `${q || '全部文件'}${page > 1 ? `（第 ${count(page)} 页）` : ''}`,
    heading: (q: string) => (q ? `${inMarks(q)}的检索结果` : '全部文件'),
    total: (total: number) => `共 ${count(total)} 篇`,
    whole: (whole: number, q: string) =>
      whole > 0 ? `其中 ${count(whole)} 篇完整包含${quoted(q)}` : `没有文件完整包含${quoted(q)}`,
    wholeLink: '只看这些',
    sort: '排序',
    active: '已选条件',
    chipFrom: '成文不早于',
    chipTo: '成文不晚于',
    remove: (label: string) => `移除条件：${label}`,
    clear: '清除全部条件',
    undated: (total: number) => `另有 ${count(total)} 篇没有注明成文日期，未列在内。`,
    undatedLink: '不限日期',
    list: '文件列表',
    paragraph: (n: number) => `第 ${n} 段`,
    similar: '正文大致相同的文件',
    pager: '分页',
    page: (n: number) => `第 ${n} 页`,
    previous: '上一页',
    next: '下一页',
    publishedOn: (day: string) => `${day}公布`,
    pages: (pages: number) => `共 ${count(pages)} 页`,
    position: (page: number, pages: number) => `第 ${count(page)} 页，共 ${count(pages)} 页`,
    beyond: (page: number, pages: number) => `没有第 ${count(page)} 页，结果共 ${count(pages)} 页。`,
    beyondLink: '查看最后一页',
    announce: '结果已更新：',
  },
  advanced: advancedTexts,
  exports: exportTexts,
  problems,
  facetProblem: {
    values: (label: string, value: string, values: readonly string[]) =>
      `${label}没有${quoted(value)}这个值，应为：${values.join('、')}。`,
    form: (label: string, value: string) => `${label}${quoted(value)}无法识别，应为四位数字，例如 2021。`,
    levels: (label: string, value: string, most: number) =>
      `${label}${quoted(value)}的层级太多，应为至多 ${most} 级，例如“综合政务/其他”。`,
    many: (label: string, total: number, most: number, length: number) =>
      `${label}选了 ${count(total)} 项，太多了。一次应为至多 ${most} 项，合计不超过 ${count(length)} 个字，请分几次检索。`,
  },
  dateOrder: (from: string, to: string) => `起始日期 ${from} 晚于截止日期 ${to}，请对调或改正。`,
  document: {
    notice: '效力提示',
    inForce: (day: string | null) => `查看有效的文本${day ? `（${day}）` : ''}`,
    metadata: '文件信息',
    restOfMetadata: '其余文件信息',
    moreMetadata: (rows: number) => `更多文件信息（${count(rows)} 项）`,
    derived: '自动提取',
    classified: '自动归类',
    derivedHint: '来源没有写明，由程序从正文或文件名中提取',
    absent: '未标注',
    series: '同一文号序列',
    doubt: (field: string, message: string) => `${field}：${message}`,
    outline: '目录',
    back: '返回检索结果',
    marked: (q: string, places: number) =>
      places === 0 ? `正文中没有与${quoted(q)}匹配的文字` : `已标出与${quoted(q)}匹配的 ${count(places)} 处文字`,
    firstMark: '跳到第一处',
    markSteps: '逐处查看',
    previousMark: '上一处',
    nextMark: '下一处',
    markOf: (places: number) => `第 {n} 处，共 ${count(places)} 处`,
    unmark: '取消标记',
    permalink: (n: number) => `第 ${n} 段的永久链接`,
    copied: '已复制本段链接',
    table: (first: number, last: number) => `表格（第 ${first} 至 ${last} 段）`,
    ...citeTexts,
    column: '政府档案',
    original: '下载原件',
    originalDetails: (name: string, size: string, shared: boolean) =>
      `${name}（${size}）${shared ? '，原件中还有其他文件' : ''}`,
  },
  ...historyText,
  home: {
    holds: '馆藏概况',
    documents: (total: number) => `${count(total)} 篇文件`,
    updated: (time: string) => `最近更新：${time}`,
    span: (first: string, last: string) => (first === last ? `${first} 年` : `${first}—${last} 年`),
    issuers: (total: number) => `${count(total)} 个发布机构`,
    examples: '试试这样检索',
    exampleQueries: ['老旧小区加装电梯', '"营商环境"', '养老服务 OR 助餐', '工作报告 -草案'],
  },
  empty: {
    indexing: { heading: '正在建立检索库', text: '首批文件正在处理，完成后即可检索。请稍后刷新本页。' },
    nothing: { heading: '档案中还没有文件', text: '管理员导入文件后，就可以在这里检索。' },
    refresh: '刷新',
  },
  errors: {
    heading: (status: number) => `错误 ${status}`,
    invalid: { title: '检索条件有误', message: '请改正下面的内容，再次检索。其余条件已保留。' },
    badRequest: { title: '无法识别这个地址', message: '地址中有无法识别的内容，请检查后重试。' },
    notFound: {
      title: '没有这个页面',
      message: '地址可能有误，或者页面已经不在这里。可以检索需要的文件，或从首页开始。',
    },
    noVersion: {
      title: '没有这个版本',
      message: (total: number) => `这份文件只有 ${count(total)} 个版本，没有您要的这一个。`,
    },
    noOriginal: {
      title: '没有保存原件',
      message: '本馆没有保存这份文件的原件。正文和各项信息可在文件页面查看。',
    },
    range: { title: '没有请求的这一段', message: '请求的范围超出了文件的长度，请重新下载整个文件。' },
    precondition: { title: '文件已经不同', message: '现在的文件与请求所指的版本不同，请重新下载。' },
    gone: { title: '文件已移出档案', message: '本馆曾收录这份文件，其来源现已移除，正文不再提供。' },
    noDocument: { title: '本馆没有这份文件', message: '没有这个编号的文件。可以检索文件的名称、文号或正文。' },
    method: { title: '不支持这种请求', message: '本站只提供查阅，只接受 GET 和 HEAD 请求。' },
    unavailable: { title: '检索服务暂时不可用', message: '检索服务没有响应，档案内容没有受到影响。请稍后重试。' },
    internal: { title: '网站出了问题', message: '处理请求时出现意外错误，已经记录下来。请稍后重试。' },
    retry: '重试',
  },
  related,
  quality,
  ...operatorText,
  ...hintTexts,
  ...queryText,
  help,
}
