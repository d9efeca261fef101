/** Secrecy stands in the letterhead: among so many first lines … */
const HEAD_LINES = 10
/** … and the option of disclosure that officials chose among so many last ones; a form in the text may ask for it too. */
const TAIL_LINES = 12
const LONGEST = 40

/** 机密★1年, compared without white space. */
const SECRECY = /^(?:绝密|机密|秘密)(?:[★☆*].{0,8})?$/
/** A copy number or an urgency may stand on the same line. */
const BESIDE_SECRECY = /^(?:(?:No\.?|№)?\d{6}|特急|特提|加急|平急)$/i
/** （此件依申请公开） */
const NOTE = /^[（(【[]?(?:此|本)(?:件|文|文件)[^公开]{0,6}?(依申请公开|不予公开|不公开)[^公开]{0,4}[）)】\]]?。?$/
const OPTION = /^(?:信息)?公开(?:选项|属性|方式|类别|形式)[:：](依申请公开|不予公开|不公开)$/

/**
 * The words by which a text itself says that it is not for the public: secrecy in its letterhead (机密★1年), a note that
 * stands alone (（此件不予公开）), the option of disclosure at its end; null where it says nothing of the kind.
 */
export function restrictionInText(paragraphs: readonly string[]): string | null {
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph.length > LONGEST) continue
    const line = paragraph.replace(/\s/g, '')
    const secret = index < HEAD_LINES ? secrecyIn(paragraph) : null
    const option = index >= paragraphs.length - TAIL_LINES ? OPTION.exec(line) : null
    const found = secret ?? (NOTE.exec(line) ?? option)?.[1]
    if (found !== undefined) return found
  }
  return null
}

/** The mark of secrecy on a line that holds nothing but marks; null for any other line. */
export function secrecyIn(line: string): string | null {
  const compact = line.replace(/\s/g, '')
  if (SECRECY.test(compact)) return compact
  const words = line.trim().split(/\s+/)
  const others = words.filter((word) => !BESIDE_SECRECY.test(word))
  return SECRECY.test(others.join('')) ? others.join('') : null
}
