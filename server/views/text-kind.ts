/** How a paragraph of a document is set. */
export type TextKind = 'heading' | 'byline' | 'salutation' | 'signature' | 'text'

/** Lines above the text proper (date, speaker) are looked for among so many first paragraphs. */
const PREAMBLE = 5
const SHORT = 40
/** A numbered paragraph that runs on, in length or into a second sentence, is a paragraph and not a headline. */
const HEADLINE = 60
const RUNS_ON = /[。；！？]./u
/** The line that ends a document, and the lines of bodies or persons above it. */
const DAY = /^[(（]?(?:[12]\d{3}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日[)）]?$/u
const SIGNER = /^[\p{Script=Han}\s（）()·]{2,24}$/u
const SIGNERS = 4
/** What may stand below the day: （此件公开发布） */
const NOTE = /^[(（].{2,30}[)）]$/u

/** The kinds of all paragraphs; `headings` are the numbers (from 1) of those that the outline names. */
export function textKinds(paragraphs: readonly string[], headings: ReadonlySet<number>): TextKind[] {
  let preamble = true
  const [signature, signed] = signatureOf(paragraphs)
  return paragraphs.map((text, index) => {
    if (index >= signature && index <= signed) return 'signature'
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

/** Indexes of the first and the last line of the signature; both behind the text where it does not end with a day. */
function signatureOf(paragraphs: readonly string[]): [first: number, last: number] {
  const isDay = (text: string): boolean => DAY.test(text.replace(/\s/gu, ''))
  const last = paragraphs.findLastIndex((text) => isDay(text) || !NOTE.test(text))
  if (last < 1 || !isDay(paragraphs[last]!)) return [paragraphs.length, paragraphs.length]
  let first = last
  while (first > 1 && last - first < SIGNERS && SIGNER.test(paragraphs[first - 1]!)) first--
  return [first, last]
}
