import { REFUSED, SECRET } from '../visibility-words.js'

const NOTE = `(?:此件|本文件?)?(${REFUSED}|(?:${SECRET})(?:[★☆*].{0,8})?|内部(?:文件|资料|材料|使用|掌握|参阅|参考|传阅)?)`
const AT_END = new RegExp(`.{6}[（(【〔[]${NOTE}[）)】〕\\]]$`)
const AT_BEGINNING = new RegExp(`^[（(【〔[]${NOTE}[）)】〕\\]].{4}`)
/** What answers to applications are written on: 政府信息公开告知书（不予公开）. */
const FORM = /告知书|答复书|文书|格式|样[本式]|模板|范本|文本|申请[表书]/

/** A title that says it in brackets, at its end or before it; forms for answers to applications are called so, too. */
export function restrictionInTitle(title: string): string | null {
  const line = title.replace(/\s/g, '')
  const found = AT_END.exec(line)?.[1] ?? AT_BEGINNING.exec(line)?.[1]
  return found === undefined || FORM.test(line) ? null : found
}
