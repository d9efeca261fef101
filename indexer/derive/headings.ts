/** How a paragraph begins that is numbered as headings are, outermost first; the index is the rank. */
const MARKERS: RegExp[] = [
  /^第[一二三四五六七八九十百零〇]+[编篇部](?:分)?(?=[\s　:：]|\p{Script=Han})/u,
  /^第[一二三四五六七八九十百零〇]+章/u,
  /^第[一二三四五六七八九十百零〇]+节/u,
  /^[一二三四五六七八九十]{1,3}\s*[、.．]/u,
  /^(?:[(（][一二三四五六七八九十]{1,3}[)）]|[㈠-㈩])/u,
  /^\d{1,2}\s*[、.．](?!\d)/u,
  /^[(（]\d{1,2}[)）]/u,
]
/** A heading is a line of its own of at most so many characters … */
const MAX_LINE = 60
/** … or the first sentence of a paragraph, no longer than this. */
const MAX_SENTENCE = 45

/** The rank of a paragraph's numbering (0 is outermost, 第一编), or null for a paragraph that is not numbered. */
export function markerRank(paragraph: string): number | null {
  const rank = MARKERS.findIndex((marker) => marker.test(paragraph))
  return rank < 0 ? null : rank
}

/**
 * The rank of a heading by its numbering: 一、 / （一） / 1. / （1） and 第一章 where the line is short or its first
 * sentence is; null for anything else. 一是, 二是 and 第一条 are text, and so are items that end in a semicolon.
 */
export function headingRank(paragraph: string): number | null {
  const rank = markerRank(paragraph)
  if (rank === null || /[；;，,、]$/.test(paragraph)) return null
  if (isWholeHeading(paragraph)) return rank
  const sentence = /^[^。！？!?；;]*[。！？!?]/.exec(paragraph)
  return sentence && sentence[0].length <= MAX_SENTENCE ? rank : null
}

/** Whether a numbered paragraph is short and one sentence at most: no text stands in it beside the heading. */
export function isWholeHeading(paragraph: string): boolean {
  return paragraph.length <= MAX_LINE && !/[。！？!?].*[。！？!?]/.test(paragraph)
}
