import { REFUSED, SECRET } from './visibility-words.js'

const WORD = `${REFUSED}|依申请|${SECRET}|内部`
const THINGS = '文件|资料|材料|公文|信息|文档|档案|事项|内容|附件'
/** 二、 (三) 02. 2019年 */
const BEFORE =
  /^(?:(?:19|20)\d{2}(?:[-—~至](?:19|20)\d{2})?年?度?|[一二三四五六七八九十]+[、.]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、)）]?|[\s_.—-])+/
const BEHIND = /(?:(?:19|20)\d{2}年?度?|\d{1,3}|[\s_.—-])+$/
const NAME = new RegExp(
  `^[（(【[〔]?(${WORD})(?:[（(【[〔](?:${WORD}|${THINGS}|主动)[）)】\\]〕])?(?:类|的|部分)*(?:${THINGS})*(?:\\d{4}年?度?)?[）)】\\]〕]?$`,
)
const LISTED = new RegExp(`(${REFUSED}|${SECRET}|内部)(?:类|的)*(?:文件|公文|档案|资料|材料)+$`)
const LIST = /(?:目录|清单|台账|汇总表?|一览表|列表|登记表|明细表?|表)$/

/**
 * That a name is called after what is not for the public and nothing more: 02 不予公开, 涉密文件, 2019年依申请公开,
 * 不公开（内部）; null for a name that is about it (依申请公开指南), and any other.
 */
export function closedName(name: string): string | null {
  const bare = name.normalize('NFC').replace(BEFORE, '').replace(BEHIND, '')
  return NAME.exec(bare)?.[1] ?? null
}

/**
 * The same of the name of a list of documents that follow it: 青梧区2019年依申请公开文件目录. A list of matters
 * (不予公开事项清单, 依申请公开目录) is there for everybody.
 */
export function closedListName(name: string): string | null {
  const compact = name.replace(/\s/g, '')
  const listed = compact.replace(LIST, '')
  return listed === compact ? closedName(compact) : (LISTED.exec(listed)?.[1] ?? null)
}
