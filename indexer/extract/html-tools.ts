import type { ExtractedRecord } from '../record.js'

/** Longer lines are text, whatever words are in them. */
const MAX_LINE = 100

/** Where a page offers to be shared: 分享到：微信 微博. */
const SHARING =
  /^(?:一键)?分享(?:到|至)?[:：]?(?:[\s、|]*(?:微信|微博|新浪微博|腾讯微博|QQ空间|QQ好友|QQ|朋友圈|人人网|豆瓣|更多))*$/i

/** What stands below a text for its reader: 【打印】【关闭】, 上一篇：…, 扫一扫在手机打开当前页. */
const BELOW = [
  /^[【[(（]?\s*(?:(?:打印|关闭|返回|收藏|分享|复制|推荐|纠错|大|中|小|顶部|TOP|字[体号]|本页|窗口|页面|本文|此页)[\s【】[\]()（）|:：·]*)+$/i,
  /^[上下]一[篇条页则]\s*[:：]/,
  /^扫一扫(?:在手机|分享|手机|关注|二维码)/,
  /^(?:(?:信息来源|文章来源|来源|发布时间|发布日期|发布人|更新时间|(?:浏览|阅读|点击|访问)(?:次数|量|数|人次)|作者|供稿|录入|编辑|责任编辑|审核|初审|复审|终审)\s*[:：][^:：。]{0,30}(?:\d{1,2}(?::\d{2}){1,2}\s*)?){2,}$/,
  // The pages that a long text is spread over: 上一页 1 2 3 下一页 共3页.
  /^(?:(?:首页|尾页|末页|[上下]一页|第\s?\d+\s?页|共\s?\d+\s?页|\d{1,3}|…|\.{3}|[<>«»|/])\s*){3,}$/,
  /^[(（]?(?:责任编辑|责编|(?:网络|值班)编辑|[初复终]审|[一二三]审)\s*[:：]\s*\S{0,10}[)）]?$/,
]

/** Takes lines for the readers of a page, not of the document, out of a text: where it is shared, what stands below. */
export function removeTools(record: ExtractedRecord): void {
  let end = record.paragraphs.length
  while (end > 0 && isBelow(record.paragraphs[end - 1]!)) end--
  const stays = record.paragraphs.map((line, index) => index < end && !isSharing(line))
  // A text of such lines only is none of ours to judge.
  if (!stays.includes(true) || !stays.includes(false)) return
  const moved: number[] = []
  let count = 0
  for (const [index, stay] of stays.entries()) moved[index] = stay ? count++ : -1
  record.paragraphs = record.paragraphs.filter((_, index) => stays[index])
  record.headings = record.headings
    .filter(({ paragraph }) => stays[paragraph])
    .map(({ paragraph, level }) => ({ paragraph: moved[paragraph]!, level }))
}

const isSharing = (line: string): boolean => line.length <= MAX_LINE && SHARING.test(line)
/** Whether a line below a text is for the readers of its page. */
export const isBelow = (line: string): boolean =>
  line.length <= MAX_LINE && (isSharing(line) || BELOW.some((tool) => tool.test(line)))
