/** Secrecy stands in the letterhead, among so many first lines. */
const HEAD_LINES = 10
const LONGEST = 60

/** 机密★1年, compared without white space. */
const SECRECY = /^(?:绝密|机密|秘密)(?:[★☆*].{0,8})?$/
/** What is printed for some readers only says so above its title: 内部资料　注意保存, 【内部文件，不得外传】. */
const INTERNAL =
  /^[（(【[]?(内部(?:资料|文件|材料|文稿|刊物|参考|情况|使用|参阅|传阅|掌握))(?:[,，、;；·]?(?:请?注意保存|请?妥善保管|注意保密|请?(?:不得|不要|勿|严禁)(?:外传|翻印|转载|复制)))*[）)】\]]?$/
/** A copy number or an urgency may stand on the same line. */
const BESIDE_SECRECY = /^(?:(?:No\.?|№)?\d{6}|特急|特提|加急|平急)$/i
const CLOSED = '依申请公开|不予公开|不公开|免予公开|不宜公开|暂不公开|内部公开'
/** （此件依申请公开） */
const NOTE = new RegExp(`^[（(【[]?(?:此|本)(?:件|文|文件)[^公开]{0,6}?(${CLOSED})[^公开]{0,4}[）)】\\]]?。?$`)
/** （不予公开） */
const BARE_NOTE = new RegExp(`^[（(【[](${CLOSED})[）)】\\]]$`)
const TITLE_NOTE = new RegExp(`.{6}[（(【[](?:此件)?(${CLOSED}|内部文件|内部资料)[）)】\\]]$`)
/** 信息公开选项：依申请公开. What officials chose may be marked among all that they could choose: □主动公开 ☑依申请公开. */
const OPTION = new RegExp(
  `^(?:政府)?(?:信息)?公开(?:选项|属性|方式|类别|形式|类型|范围|程度|性质)[:：](?:(${CLOSED})|.{0,30}[☑☒√✓✔■](${CLOSED})(?:[□○].*)?)$|^(?:密级|保密级别|保密等级|秘密等级)[:：]((?:绝密|机密|秘密|内部)(?:[★☆*][^:：]{0,8})?)$`,
)
/** A line may say several things, set apart by wide spaces. */
const PARTS = /\u3000|\t| {2,}/

/**
 * The words by which a text itself says that it is not for the public: secrecy or 内部资料 in its letterhead (机密★1年), a
 * note that stands alone (（此件不予公开）), the option of disclosure (公开属性：依申请公开), wherever that stands: long
 * attachments may follow it. Null where it says nothing of the kind.
 */
export function restrictionInText(paragraphs: readonly string[]): string | null {
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph.length > LONGEST) continue
    const secret = index < HEAD_LINES ? (secrecyIn(paragraph) ?? internalIn(paragraph)) : null
    const found = secret ?? noteIn(paragraph) ?? partsOf(paragraph).map(noteIn).find(Boolean)
    if (found) return found
  }
  return null
}

/** A title that says so in brackets at its end; forms for answers to applications are called so, too. */
export function restrictionInTitle(title: string): string | null {
  const found = TITLE_NOTE.exec(title.trim())?.[1]
  return found === undefined || /告知书|答复书|文书|格式|样[本式]|模板|申请/.test(title) ? null : found
}

function noteIn(part: string): string | null {
  const line = part.replace(/\s/g, '')
  const option = OPTION.exec(line.replace(/^[（(【[](.*)[）)】\]]$/, '$1'))
  return NOTE.exec(line)?.[1] ?? BARE_NOTE.exec(line)?.[1] ?? option?.slice(1).find(Boolean) ?? null
}

/** The parts of a line, and each with the next one: label and value may stand in two cells of a table. */
function partsOf(line: string): string[] {
  const parts = line.split(PARTS).filter((part) => part.trim() !== '')
  return parts.length < 2 ? [] : [...parts, ...parts.slice(1).map((part, index) => `${parts[index]!}：${part}`)]
}

const internalIn = (line: string): string | null => INTERNAL.exec(line.replace(/\s/g, ''))?.[1] ?? null

/** The mark of secrecy on a line that holds nothing but marks; null for any other line. */
export function secrecyIn(line: string): string | null {
  const compact = line.replace(/\s/g, '')
  if (SECRECY.test(compact)) return compact
  const words = line.trim().split(/\s+/)
  const others = words.filter((word) => !BESIDE_SECRECY.test(word))
  return SECRECY.test(others.join('')) ? others.join('') : null
}
