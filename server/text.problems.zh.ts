import { quoted } from './text.quoted.zh.js'

const noDate = (name: string, value: string): string =>
  `${name}${quoted(value)}不是日期，请写成 2021、2021-08、2021-08-24 或 2021年8月24日，年份在 1000 至 2999 之间。`

/** What is wrong with the value of a parameter, and what would be right. */
export const problems = {
  mode: (value: string) => `匹配方式（mode）的值${quoted(value)}无法识别，应为空（最佳匹配）或 exact（逐字匹配）。`,
  scope: (value: string) =>
    `检索范围（scope）的值${quoted(value)}无法识别，应为空（全部）、title（标题）或 text（正文）。`,
  sort: (value: string) =>
    `排序（sort）的值${quoted(value)}无法识别，应为空、newest（最新在前）或 oldest（最早在前）。`,
  from: (value: string) => noDate('起始日期（from）', value),
  to: (value: string) => noDate('截止日期（to）', value),
  page: (value: string) => `页码（page）的值${quoted(value)}无法使用，应为从 1 开始的整数。`,
  per_page: (value: string) => `每页篇数（per_page）的值${quoted(value)}无法使用，应为 1 到 100 之间的整数。`,
}
