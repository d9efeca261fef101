import type { FindingKind } from './contract/findings.js'

/** What the quality report says, on the terminal and (as messages of its entries) on the site. */
export const text = {
  kinds: {
    published_before_written: '发布日期早于成文日期',
    number_year: '文号年份与成文年份不同',
    missing: '缺少字段',
    unknown_label: '没有对应字段的标签',
    dropped: '未采用的值',
    doubtful: '存疑的值（已照录）',
    damaged: '正文有无法解码之处',
    code_body: '索引号代码与机构不对应',
    duplicate_title: '名称重复',
    near_duplicate: '内容相近',
    merged: '完全相同、已合并的记录',
    rejected: '未收入的记录',
  } satisfies Record<FindingKind, string>,

  record: (record: number | null) => (record === null ? '整个文件' : `第 ${record} 条记录`),
  merged: (file: string, record: number | null) =>
    `${record === null ? '' : `第 ${record} 条`}与“${file}”完全相同，合并为一篇`,
  duplicateTitle: (count: number) => `共 ${count} 篇同名`,
  nearFirst: (count: number) => `本组共 ${count} 篇`,
  near: (title: string, percent: number) => `与“${title}”约 ${percent}% 相同`,
  codeOfBodies: (code: string, bodies: number, body: string, documents: number) =>
    `代码 ${code} 由 ${bodies} 个机构使用，其中${body} ${documents} 篇`,
  bodyOfCodes: (body: string, codes: number, code: string, documents: number) =>
    `${body}使用 ${codes} 个代码，其中 ${code} ${documents} 篇`,

  report: {
    heading: (documents: number) => `档案质量：共 ${documents} 篇文件`,
    kind: (name: string, entries: number) => `${name}：${entries}`,
    key: (name: string, entries: number) => `  ${name}：${entries}`,
    entry: (title: string, file: string, message: string) => `    ${title}（${file}）：${message}`,
    more: (count: number) => `    ……另有 ${count} 条，用 --json 可看到全部。`,
    none: '没有发现问题。',
  },
}
