import { findDate } from '../contract/dates.js'
import { isName } from './names.js'

/** Speeches name where they were given in their first paragraphs, which exports often join into one. */
const PARAGRAPHS = 8
const READ = 400
const LONGEST = 60

const MEETING =
  '(?:会议|大会|全会|座谈会|茶话会|团拜会|招待会|宴会|午宴|晚宴|论坛|峰会|博览会|仪式|典礼|开幕式|闭幕式|发布会|研讨会|年会|会见|会晤|' +
  '辩论|对话会|动员会|推进会|现场会|部署会|总结会|培训班|研讨班|学习时|集体学习|对话|理事会|报告会|学院|大学)'
const SPEECH =
  '(?:主旨|重要|书面|视频|开幕|闭幕|即席|总结|动员|主持|联合|发言|致|演)*(?:讲话|致辞|讲演|演讲|发言|报告|祝酒辞|辞|要点|讲稿)'
const MEETING_NAME = `(?:^|[^实现存所])在([^。；！？《》\\n]{2,${LONGEST}}?${MEETING}(?:[^。；！？《》在]{0,12}?(?:会议|开幕式))?)上`
/** 在…会议上, where the word for a speech, a bracket or nothing follows. */
const AT_MEETING = new RegExp(`${MEETING_NAME}(?=的?${SPEECH}|[（()）—―－-]|$)`)
/** The same on a line of the head, which may end with the speaker. */
const HEAD_LINE = new RegExp(`${MEETING_NAME}(?=的?${SPEECH}|[（()）—―－-]|$|.{2,20}$)`)
/** The same for what is none of the known meetings: 在全国抗击新冠肺炎疫情表彰…上的讲话. */
const AT_ANYTHING = new RegExp(
  `在([^。；，,！？《》\\n]{4,${LONGEST}}?)上的${SPEECH}|在([^。；，,！？《》\\n]{4,${LONGEST}}?${MEETING})的${SPEECH}`,
)

/**
 * The meeting or ceremony at which a speech was given, without 在…上; null where neither the title nor the head tells.
 * `head` are the lines above the text proper.
 */
export function occasionIn(title: string, head: readonly string[]): string | null {
  for (const [index, line] of [title, ...head].entries()) {
    const compact = line.slice(0, READ).normalize('NFC').replace(/\s+/g, '')
    const [, first, second] = (index === 0 ? AT_MEETING : HEAD_LINE).exec(compact) ?? AT_ANYTHING.exec(compact) ?? []
    const found = first ?? second
    if (found) return found.replace(/^.*[在于](?=省|市|区|县|全)/, '')
  }
  return null
}

const DATED_PLACE =
  /[（(]\s*((?:\d{4}|[〇○零一二三四五六七八九]{4})年[^（）()，,]{2,8}日)\s*[，,\s]\s*(\p{Script=Han}[\p{Script=Han}·]{1,14})\s*[）)]/u
const STATED_PLACE = /^地\s*点\s*[:：]\s*(.{2,40})$/

/** Where a speech was given: `（2025年9月1日，天津）`, `地点：区会议中心`; null where its head does not say. */
export function placeIn(paragraphs: readonly string[]): string | null {
  for (const paragraph of paragraphs.slice(0, PARAGRAPHS)) {
    const stated = STATED_PLACE.exec(paragraph)?.[1]
    if (stated) return stated.replace(/[。；;]$/, '').trim()
    const [, date, place] = DATED_PLACE.exec(paragraph.slice(0, READ)) ?? []
    // A name stands beside the date as well: (2003年1月10日 某某).
    if (
      date &&
      place &&
      findDate(date) !== null &&
      !isName(place, false) &&
      !/会议|通过|批准|发布|施行|^[上下]午|^晚/.test(place)
    )
      return place
  }
  return null
}
