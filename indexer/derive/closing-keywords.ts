/** 主题词：林业　防火　通知, as offices printed it above the imprint until 2012 (GB/T 9704—1999, 8.2.16). */
const CLOSING = /^主\s*题\s*词\s*[:：]\s*(\S.*)$/
/** Copies and imprint stand below it, and on it no sentence. */
const LAST_LINES = 12
const LONGEST = 100

/** The line of keywords at the end of a text, the last one; null where there is none. */
export function closingKeywords(paragraphs: readonly string[]): string | null {
  const lines = paragraphs.slice(-LAST_LINES).filter((line) => line.length <= LONGEST && !line.includes('。'))
  return lines.map((line) => CLOSING.exec(line.trim())?.[1] ?? null).findLast((words) => words !== null) ?? null
}
