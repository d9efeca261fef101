/** What titles of documents end with. */
const KINDS =
  '通知|意见|决定|决议|批复|复函|函|通报|公报|公告|通告|命令|令|报告|请示|答复|办法|规定|条例|细则|规则|方案|规划|计划|纲要|要点|预案|章程|' +
  '制度|标准|规范|规程|指南|指引|措施|目录|清单|名单|讲话|纪要|解释|说明|议案|建议|倡议书|须知|准则|守则|安排|总结'
const SUFFIX = '(?:[（(](?:试行|暂行|草案|修订|修正|征求意见稿|送审稿|第.{1,4}批|\\d{4}.{0,12})[^（）()]{0,8}[）)])?'
const KIND = new RegExp(`(?:${KINDS})${SUFFIX}$`)
/** Titles that pass something on end with what passes it on: 关于印发某方案 is not yet all. */
const PASSED_ON = /印发|转发|批转|公布|发布|废止|修改/
const PASSING_ON = new RegExp(`(?:通知|函|公告|通告|决定|命令|令|批复|报告)${SUFFIX}$`)

/** True for words that end like the title of a document: …的通知, …管理办法（试行）. */
export function endsLikeTitle(words: string): boolean {
  return KIND.test(words) && (!/关于/.test(words) || !PASSED_ON.test(words) || PASSING_ON.test(words))
}
