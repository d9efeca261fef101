import type { ExtractedRecord } from '../record.js'
import { markerRank } from './headings.js'
import { isOccasion, speakerIn } from './speaker.js'

/** The lines above the text proper: title, date, speaker, salutation. */
const MAX_LINES = 14
/** A longer line is text. */
export const MAX_LENGTH = 110
/** A summary above the title has at most so many paragraphs. */
const MAX_LEAD = 8

export const SALUTATION =
  /^(尊敬的)?(各位|同志们|名位|朋友们|女士们|先生们|各省|各市|各州|各县|各区|各乡|各镇|各街道|各有关|各直属)/
export const CONTENTS = /^目\s*[录次]$/
/** Whom a document is sent to, above its text. */
const ADDRESSEE =
  /^[^：:。]*(?:政府|国务院|委员会|[局厅部署办]|办公[厅室]|单位|部门|机构|企业|公司|街道|[镇乡]|主席|委员|代表|法院|检察院|大学)[：:]$/
/** 发布单位：and the like are labels whose value is missing. */
const LABEL = /(?:发布|发文|制定|主办|承办|协办|联系|责任|来源|公开|印发|抄送|主送)/

export type Lines = Pick<ExtractedRecord, 'paragraphs' | 'headings'>

/** True for the line that names whom a document is sent to, `辽宁省人民政府：`. */
export function isAddressee(line: string): boolean {
  return line.length <= MAX_LENGTH && ADDRESSEE.test(line) && !LABEL.test(line)
}

/** Where the head begins and ends. A long lead above the first marked heading is not part of it. */
export function headSpan({ paragraphs, headings }: Lines): { start: number; end: number } {
  const lead = paragraphs.slice(0, headings[0]?.paragraph ?? 0)
  const isLead =
    lead.length <= MAX_LEAD &&
    lead.some((line) => line.length > MAX_LENGTH) &&
    !lead.some((line) => SALUTATION.test(line) || isOccasion(line) || speakerIn(line) !== null)
  const start = isLead ? lead.length : 0
  const last = Math.min(paragraphs.length, start + MAX_LINES)
  for (let end = start; end < last; end++) {
    const line = paragraphs[end]!
    if (SALUTATION.test(line))
      return { start, end: line.length <= MAX_LENGTH && /[:：]$|^[^，,]*$/.test(line) ? end + 1 : end }
    if (end > start && isAddressee(line)) return { start, end: end + 1 }
    if (CONTENTS.test(line) || markerRank(line) !== null || line.length > MAX_LENGTH) return { start, end }
  }
  return { start, end: last }
}
