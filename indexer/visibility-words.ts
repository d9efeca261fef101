/** What may stand between a refusal and what is refused: 不 对外 公开, 未 予以 主动 公开. */
const MANNER = '(?:对外|(?:对|向|面向)全?社会(?:公众)?|向公众|在?(?:网上|互联网)|主动|全文|予以?)*'
const REFUSAL =
  '(?:不|未|非|尚未|免[予于]?|暂(?:时|缓|不)?不?|缓|延[期迟缓]|推迟|限制|禁止|严禁|不[得能可宜应准许便]|拒绝|谢绝|请?勿)(?:予以?)?'
const PUBLISHING = '(?:公开|公布|发布|公示|上网|外传)'

/** Words by which something is kept from the public or given to who asks for it: 依申请公开, 不对外公开, 不得上网. */
export const REFUSED = `(?:对外|暂时|原则上)?${REFUSAL}${MANNER}${PUBLISHING}|依(?:法|据|照)?申请${MANNER}公开|内部公开`

/** Words of secrecy; the longest first. */
export const SECRET = '绝密|机密|工作秘密|国家秘密|商业秘密|秘密|涉密'

/** Anything by which a value of visibility keeps something back, among whatever other words. */
const CLOSED = new RegExp(
  `${REFUSED}|申请|内部|内网|密|仅[限供]|^[否×✗✘]$|\\b(?:not|non|un|private|secret|internal|confidential|classified|restricted|closed)`,
  'i',
)
export const keepsBack = (compact: string): boolean => CLOSED.test(compact)

const SEPARATOR = /[、,;/|+和及与或]/
/** What is said of documents that are no secret, as a whole. */
const NO_SECRET =
  /^(?:不限|无限制|所有人|是|√|✓|✔|☑|无|普通|一般|平件|[无非未不](?:涉及?|定|属于?)?(?:国家)?(?:秘密|密级|密|保密)(?:文件|信息)?|public|open|opened|yes|true)$/i
/** Where anybody may read something; it may have a name: 青梧区人民政府门户网站. */
const MEDIUM =
  '网站|网页|门户网?|官网|政府网|信息网|互联网|网络|网上|上网|公报|新闻发布会?|新闻媒体|新媒体|媒体|报刊|报纸|广播|电视台?|公告栏|公开栏|公示栏|宣传栏|信息栏|电子屏|显示屏|公众号|微信|微博|客户端|档案馆|图书馆|阅览室|查阅[点室处]|查阅场所|专栏|服务中心|服务大厅'
const NOT_IN_NAMES = `${REFUSED}|申请|内部|内网|内网站|系统内|单位内|涉密|秘密|机密|仅|只限|限于|除|办公|局域`
const NAMED_MEDIUM = `(?:(?!${NOT_IN_NAMES})[^\\s]){0,20}?(?:${MEDIUM})`
const OPEN_WORDS = [
  ...['主动', '公开', '发布', '公布', '公示', '公告', '全文', '全部', '全面', '完全', '删减后', '已', '应当?', '可以?'],
  ...[
    '予以',
    '依法',
    '对外',
    '面向',
    '向',
    '对',
    '在',
    '通过',
    '于',
    '自',
    '全?社会(?:各界)?',
    '公众',
    '人民群众',
    '群众',
  ],
  ...['全[国省市区县州镇乡]', '长期', '常年', '及时', '即时', '随时', '政府', '政务', '信息', '文件', '公文', '内容'],
  ...[
    '方式',
    '形式',
    '范围',
    '属性',
    '途径',
    '渠道',
    '类',
    '型',
    '的',
    '等',
    '为',
    '之日起?',
    '起',
    '形成',
    '期限',
    '时限',
  ],
  ...['\\d{1,4}(?!\\d)(?:年度?|月份?|[日天号]|个?工作日)?(?:以?内)?', MEDIUM],
]
const OPEN_PART = new RegExp(`^(?:[a-z\\d]{1,2}[.:-])?(?:${NAMED_MEDIUM})?(?:${OPEN_WORDS.join('|')})*$`, 'i')
/** Open words alone say nothing: 信息, 文件. */
const SAYS_OPEN = new RegExp(`公开|^主动$|发布|公布|公示|社会|公众|群众|全[国省市区县州]|${MEDIUM}`)
/** Longer ones are sentences. */
const LONGEST_PART = 40

/**
 * Whether a value of visibility says that anybody may read the record, in words that can mean nothing else. What is not
 * among them is not open: there is no end to the ways of keeping something back.
 */
export function isOpenToAll(compact: string): boolean {
  if (NO_SECRET.test(compact)) return true
  const parts = compact.split(SEPARATOR).filter((part) => part !== '')
  return SAYS_OPEN.test(compact) && parts.every((part) => part.length <= LONGEST_PART && OPEN_PART.test(part))
}

const CLOSED_AT_BEGINNING = new RegExp(
  `^(?:[a-z\\d]{1,2}[.、:)-])?(?:${REFUSED}|依申请|${SECRET}|内部(?:公开|文件|资料|使用|掌握|传阅|参阅|参考)?|内网|仅[限供].{0,10}` +
    '|private|secret|internal|confidential|classified|restricted|closed|(?:not|non-?)public)(?:类|级|文件|信息)?(?:$|[([,;、/:★☆*。])',
  'i',
)
/** Whether a value is a closed word, a reason or a remark at most after it: 依申请公开（涉及商业秘密）. */
export const beginsClosed = (value: string): boolean =>
  CLOSED_AT_BEGINNING.test(
    value
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/[〔【]/g, '[')
      .replace(/^[([]+/, ''),
  )
