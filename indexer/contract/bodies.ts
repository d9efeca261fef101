import data from './body-lineage.json' with { type: 'json' }

/** One step in the history of a body: `former` became `now`, or its duties went to it, in `year`. */
export interface Succession {
  former: string
  now: string
  year: number
  kind: string
  /** By how such bodies were mostly reformed: of this one, nobody has said it. */
  isGeneral?: boolean
}

/** The outermost level of bodies of the state and the Party as a whole. */
const CENTRE = '中央'
const centralBodies = new Set([
  ...data.centralBodies,
  ...data.central.flatMap(({ former, now }): string[] => [former, now]),
])

const LONGEST_CENTRAL = Math.max(...[...centralBodies].map(({ length }) => length))

const NAME = '[^省市区县盟旗]'
/** Levels of administrative regions, outermost first; each may be absent. */
const LEVELS = [
  new RegExp(`^(?:${NAME}{2,8}(?:自治区|特别行政区)|${NAME}{2,4}省)`),
  new RegExp(`^(?:${NAME}{2,12}自治州|${NAME}{1,6}地区|${NAME}{1,7}市|${NAME}{2,6}盟)`),
  new RegExp(`^(?:${NAME}{1,12}自治县|${NAME}{1,14}区|${NAME}{1,6}县|${NAME}{1,5}市|${NAME}{2,10}旗)`),
  /^[^省市区县局委部厅]{1,8}(?:街道|镇|乡)(?=人民政府|办事处|党|人大|政府|$)/,
]
/** What reads like a region and is the beginning of a department's name: 城市管理局, 社区建设办公室. */
const NO_REGION = /^(?:城市|都市|超市|社区|园区|灾区|特区|地区|全省|全市|全区|全县)$/

/** Splits one body's name into the regions it begins with, outermost first, and the rest. */
function splitRegions(name: string): { regions: string[]; department: string } {
  const regions: string[] = []
  let department = name
  for (const level of LEVELS) {
    const [region] = level.exec(department) ?? []
    if (region === undefined || NO_REGION.test(region)) continue
    regions.push(region)
    department = department.slice(region.length)
  }
  return { regions, department }
}

/** Several bodies of one document, as they stand in `issuer`: joined by 、. */
export function bodiesIn(issuer: string): string[] {
  return issuer.split('、').filter(Boolean)
}

/** The longest name of a body of the state or the Party that a text begins with, or null. */
export function centralBodyAtStart(text: string): string | null {
  for (let end = Math.min(text.length, LONGEST_CENTRAL); end > 0; end--) {
    const name = text.slice(0, end)
    if (centralBodies.has(name)) return name
  }
  return null
}

/** The longest name of a body of the state or the Party that a text ends with, or null. */
export function centralBodyAtEnd(text: string): string | null {
  for (let start = 0; start < text.length; start++) {
    const name = text.slice(start)
    if (centralBodies.has(name)) return name
  }
  return null
}

/**
 * Where a body stands, as a path of regions and the body itself: 青梧区民政局 → 青梧区/民政局, 江苏省连云港市教育局 →
 * 江苏省/连云港市/教育局, 教育部 → 中央/教育部. A body that names no region is a path of one.
 */
export function bodyPath(name: string): string {
  const plain = name.replace(/\//g, '／')
  if (centralBodies.has(plain)) return `${CENTRE}/${plain}`
  const { regions, department } = splitRegions(plain)
  return [...regions, ...(department === '' ? [] : [department])].join('/')
}

/** What a body was called before and is called now, nearest first; local rules keep the region: 甲区农业局 → 甲区农业农村局. */
export function lineageOf(name: string): { former: Succession[]; later: Succession[] } {
  const former = chain(
    name,
    ({ now }) => now,
    ({ former }) => former,
  )
  const later = chain(
    name,
    ({ former }) => former,
    ({ now }) => now,
  )
  return { former, later }
}

/** Follows the successions from a body in one direction, breadth first. */
function chain(start: string, from: (step: Succession) => string, to: (step: Succession) => string): Succession[] {
  const found: Succession[] = []
  const open = [start]
  const seen = new Set(open)
  for (let name = open.shift(); name !== undefined; name = open.shift()) {
    for (const step of successionsOf(name)) {
      if (from(step) !== name || seen.has(to(step))) continue
      seen.add(to(step))
      found.push(step)
      open.push(to(step))
    }
  }
  return found
}

/** The rules that a name takes part in; those of local departments with the name's own region put before both ends. */
function successionsOf(name: string): Succession[] {
  if (centralBodies.has(name)) return data.central
  const { regions, department } = splitRegions(name)
  const region = regions.join('')
  if (region === '') return []
  return data.local
    .filter(({ former, now }) => former === department || now === department)
    .map((step) => ({ ...step, former: region + step.former, now: region + step.now, isGeneral: true }))
}
