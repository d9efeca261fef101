/** How a paragraph of a document is set. */
export type TextKind = 'heading' | 'byline' | 'salutation' | 'text'

/** Lines above the text proper (date, speaker) are looked for among so many first paragraphs. */
const PREAMBLE = 5
const SHORT = 40
/** A numbered paragraph that runs on, in length or into a second sentence, is a paragraph and not a headline. */
const HEADLINE = 60
const RUNS_ON = /[。；！？]./u

/** The kinds of all paragraphs; `headings` are the numbers (from 1) of those that the outline names. */
export function textKinds(paragraphs: readonly string[], headings: ReadonlySet<number>): TextKind[] {
  let preamble = true
  return paragraphs.map((text, index) => {
    const isHeading = headings.has(index + 1) && text.length <= HEADLINE && !RUNS_ON.test(text)
    if (!preamble || index >= PREAMBLE || isHeading || text.length > SHORT) {
      preamble = false
      return isHeading ? 'heading' : 'text'
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
