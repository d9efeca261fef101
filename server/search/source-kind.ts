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

/** A text of the press, which tells what others have said and done. */
export const isOfPress = ({ issuer }: Pick<HitMetadata, 'issuer'>): boolean => PRESS.test(issuer ?? '')
