import { isName } from './names.js'

/** Posts that stand before the name of a speaker. */
const POST =
  '(?:总理|委员长|副主席|主席|省长|市长|州长|县长|区长|盟长|旗长|镇长|乡长|部长|局长|厅长|院长|检察长|行长|署长|校长|会长|' +
  '秘书长|主任|书记|专员|组长|司令员|政委|国务委员|副总理|行政长官|总督|董事长|总经理|理事长|台长|社长)'
const NAME = '[\\p{Script=Han}·•・‧．]{2,18}?'
const DATE =
  /(?:\d{4}|[〇○◯零Oo0一二三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十元]{1,3})月(?:(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})[日号])?/g
/** Stands for a date in a line, so that what is next to it can be seen. */
const MARK = '◆'

/** Characters at most between 在 and 会 of what a speech was given at. */
const OCCASION = 100

/** Before the post stands the body, which no word such as 关于 belongs to; before that, at most the occasion. */
const AFTER_POST = new RegExp(
  `(?:^[—―─－\\-]*|会议?上[）)]?|[${MARK}（(])[^在于对的作${MARK}（(]{0,30}${POST}[:：]?(${NAME})(?:同志)?(?=$|[${MARK}（(）)]|在.{0,${OCCASION}}会)`,
  'u',
)
/** Minutes tell who chaired a meeting; that is no speech. */
const CHAIRED = /主持(?:召开|会议|研究|了)|出席/
const BESIDE_DATE = new RegExp(`[（(]${MARK}(${NAME})[）)]`, 'u')
const AFTER_MEETING = new RegExp(`会议?上[）)]?(${NAME})[）)]?$`, 'u')

/** A line without white space, its dates replaced by a mark. */
export function marked(line: string): string {
  return line.normalize('NFKC').replace(/\s/g, '').replace(DATE, MARK)
}

/** True for a line with nothing but a date in it, or one that says on what meeting the speech was given. */
export function isOccasion(line: string): boolean {
  const compact = marked(line)
  return /^[—―─－\-(（]*◆[）)]?$/.test(compact) || /会议?上/.test(compact) || /会议(?:通过|批准)/.test(compact)
}

/** The name in a line such as `国务院总理 某某`, `(2003年1月10日 某某)`, `——2021年1月24日在…上 省长 某某`; else null. */
export function speakerIn(line: string): string | null {
  const compact = marked(line)
  if (CHAIRED.test(compact)) return null
  for (const pattern of [BESIDE_DATE, AFTER_POST, AFTER_MEETING]) {
    const name = pattern.exec(compact)?.[1]
    if (name && isName(name, pattern !== AFTER_MEETING)) return name
  }
  return null
}

const SPEECH_OF = new RegExp(
  `^(?:[^在于对的]{0,12}${POST})?(${NAME})(?:同志)?在.{3,70}(?:讲话|致辞|演讲|讲演|发言)(?:[（(].*)?$`,
  'u',
)

/** The name in a title such as `某某同志在…会议上的讲话`; else null. */
export function speakerOfTitle(line: string): string | null {
  const name = SPEECH_OF.exec(marked(line))?.[1]
  return name && isName(name, false) ? name : null
}

const ENDS_WITH_POST = new RegExp(`${POST}[:：]?$`, 'u')

/** True for a line that ends in a post, with the name on the next line. */
export function isPost(line: string): boolean {
  return line.length <= 30 && ENDS_WITH_POST.test(marked(line))
}
