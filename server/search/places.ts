import { areaList } from '@vant/area-data'
import { normalize } from '../../indexer/contract/normalize.js'

/**
 * A place as its code of GB/T 2260 without the zeros at its end: 35 is 福建, 3501 is 福州, 350102 is 鼓楼区 there. Places
 * within another begin with its code.
 */
export type PlaceCode = string

/** Peoples that autonomous prefectures are named after; 恩施土家族苗族自治州 is called 恩施. */
const PEOPLES = '朝鲜|土家|苗|藏|羌|彝|布依|侗|壮|白|傣|景颇|傈僳|回|蒙古|哈萨克|柯尔克孜|哈尼|维吾尔'
const SUFFIX = new RegExp(`(?:(?:${PEOPLES})族?)*(?:特别行政区|自治[区州县旗]|地区|[省市盟区县旗])$`)
/** Headings of the list that are no names. */
const NO_NAME = /直辖|^县$/
const SHORTEST = 2

/** Names with the places that bear them: as they stand at the beginning of a title or body, and as readers type them. */
const official = new Map<string, PlaceCode[]>()
const spoken = new Map<string, PlaceCode[]>()

for (const [code, name] of Object.entries({
  ...areaList.province_list,
  ...areaList.city_list,
  ...areaList.county_list,
})) {
  if (NO_NAME.test(name)) continue
  const place = code.replace(/(?:00){1,2}$/, '')
  const full = normalize(name)
  const short = full.replace(SUFFIX, '')
  // 城区 and 赵县 are too short to be told from words; 朝阳 without 区 is a word at the beginning of a title.
  const names = [...(full.length > SHORTEST ? [full] : []), ...(short.length >= SHORTEST ? [short] : [])]
  for (const one of names) spoken.set(one, [...(spoken.get(one) ?? []), place])
  for (const one of place.length <= 4 ? names : names.slice(0, 1)) {
    if (one.length > SHORTEST || place.length <= 4) official.set(one, [...(official.get(one) ?? []), place])
  }
}
const longest = Math.max(...[...spoken.keys()].map((name) => name.length))

/** The places that the normalised name of a body or document may begin with: 江苏省连云港市教育局 → 连云港. */
export function placesAtStart(normalized: string): PlaceCode[] {
  let rest = normalized.replace(/^中共/, '')
  let places: PlaceCode[] = []
  for (;;) {
    const name = nameAt(rest, 0, official)
    if (name === null) return places
    const within = official
      .get(name)!
      .filter((code) => places.length === 0 || places.some((outer) => code.startsWith(outer)))
    if (within.length === 0) return places
    places = within
    rest = rest.slice(name.length)
  }
}

/** The places that a normalised query may mean. */
export function placesIn(normalized: string): PlaceCode[] {
  const found: PlaceCode[] = []
  for (let index = 0; index < normalized.length; index++) {
    const name = nameAt(normalized, index, spoken)
    if (name !== null) found.push(...spoken.get(name)!)
  }
  return found
}

/** Whether a normalised string is the name of a place, and nothing else. */
export const isPlace = (normalized: string): boolean => spoken.has(normalized)

/** Whether one of the places lies within the other, or they are the same. */
export function areRelated(one: PlaceCode, other: PlaceCode): boolean {
  return one.startsWith(other) || other.startsWith(one)
}

function nameAt(text: string, index: number, names: ReadonlyMap<string, PlaceCode[]>): string | null {
  for (let length = Math.min(longest, text.length - index); length >= SHORTEST; length--) {
    const name = text.slice(index, index + length)
    if (names.has(name)) return name
  }
  return null
}
