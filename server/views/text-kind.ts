/** How a paragraph of a document is set. */
export type TextKind = 'heading' | 'byline' | 'salutation' | 'signature' | 'text'

/** Lines above the text proper (date, speaker) are looked for among so many first paragraphs. */
const PREAMBLE = 5
const SHORT = 40
/** A numbered paragraph that runs on, in length or into a second sentence, is a paragraph and not a headline. */
const HEADLINE = 60
const RUNS_ON = /[。；！？]./u
/** What a list of contents begins with, or without that name its first entry: neither it nor what follows names a speaker. */
const CONTENTS = /^目\s*[录次]$/u
const CHAPTER = /^第[\d一二三四五六七八九十百]{1,4}[编篇章节条]/u
/** The line that ends a document, and the lines of bodies or persons above it. */
const DAY =
  /^[(（]?(?:[12]\d{3}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日[)）]?$/u
const SIGNER = /^[\p{Script=Han}\s（）()·]{2,24}$/u
const SIGNERS = 4
const ENDS_LETTER = /[。！]$|^附件/u
/** What may stand below the day: （此件公开发布） */
const NOTE = /^[(（].{2,30}[)）]$/u

/** The kinds of all paragraphs; `headings` are the numbers (from 1) of those that the outline names. */
export function textKinds(paragraphs: readonly string[], headings: ReadonlySet<number>): TextKind[] {
  let preamble = true
  const signed = signatures(paragraphs)
  return paragraphs.map((text, index) => {
    if (signed.has(index)) return 'signature'
    const isHeading = headings.has(index + 1) && text.length <= HEADLINE && !RUNS_ON.test(text)
    if (!preamble || index >= PREAMBLE || isHeading || text.length > SHORT || CHAPTER.test(text)) {
      preamble = false
      return isHeading ? 'heading' : 'text'
    }
    if (CONTENTS.test(text)) {
      preamble = false
      return 'byline'
    }
    if (/[：:]$/.test(text)) {
      preamble = false
      return 'salutation'
    }
    if (/[。！？；;!?]$/.test(text)) {
      preamble = false
      return 'text'
    }
    return 'byline'
  })
}

/** Indexes of the lines of signatures: at the end of the text, and of a letter that something is attached to. */
function signatures(paragraphs: readonly string[]): Set<number> {
  const lines = new Set<number>()
  const last = paragraphs.findLastIndex((text) => isDay(text) || !NOTE.test(text))
  for (const [day, text] of paragraphs.entries()) {
    if (day === 0 || !isDay(text)) continue
    let first = day
    while (first > 1 && day - first < SIGNERS && SIGNER.test(paragraphs[first - 1]!)) first--
    // Within a text a day and a body end a letter only where a letter ends.
    if (day === last || (first < day && ENDS_LETTER.test(paragraphs[first - 1]!)))
      for (let line = first; line <= day; line++) lines.add(line)
  }
  return lines
}

const isDay = (text: string): boolean => DAY.test(text.replace(/\s/gu, ''))
