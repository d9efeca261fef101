import type { HitMetadata } from '../../indexer/contract/records.js'

/** Rules are called so, whatever stands in brackets after it: 民法典（婚姻家庭编）, and an article held by itself is one. */
const RULE =
  /(?:法|法典|条例|规定|办法|细则|规则|准则)(?:[（(][^（）()]*[)）])*(?:第[零一二三四五六七八九十百千\d]+条.*)?$/
/** Offices that look after the press are none of it. */
const PRESS = /(?:电视台|电台|总台|日报|晚报|时报|报社|通讯社|新华社|新闻网|杂志社)(?:社|网)?$/

/** A text that says what is right: what states whether it is in force, or is called so. */
export function isRule({ title, validity }: Pick<HitMetadata, 'title' | 'validity'>): boolean {
  return validity !== '未标注' || RULE.test(title)
}

/** What changes a law, and is part of that when it has: the law itself is what answers. */
const AMENDMENT = /(?:修正案|关于修改.*的决定)(?:[（(][^（）()]*[)）])*$/

export const isAmendment = ({ title }: Pick<HitMetadata, 'title'>): boolean => AMENDMENT.test(title)

/** A speech itself, which the press has printed: 在座谈会上的讲话, and not 论学习贯彻在座谈会上重要讲话. */
const SPEECH = /(?:的|书面|主旨|年)(?:书面|主旨)?(?:讲话|致辞|演讲|发言|贺词|祝酒辞|报告|说明)$/

/** What is said of a speech, in a title that may end like it. */
const OF_SPEECH = /评价|反响|学习|——论|将发表/

export const isPress = (issuer: string): boolean => PRESS.test(issuer)

/** A text of the press, which tells what others have said and done. */
export const isOfPress = ({ issuer, title }: Pick<HitMetadata, 'issuer' | 'title'>): boolean =>
  isPress(issuer ?? '') && (!SPEECH.test(title) || OF_SPEECH.test(title))
