/** A text that a table has in several columns, since a cell of a sheet holds no more: 正文1, 正文（二）, content_3. */
const PART = /^(.{2,12}?)\s*[（(_-]?\s*(?:\d{1,2}|[一二三四五六七八九十])\s*[）)]?$/
/** Where a cell is full (32,767 characters in Excel, 32,000 in some exports), the text was cut anywhere. */
const FULL_CELL = 31_900

export interface LabelledText {
  label: string
  content: string
}

/** Puts the parts of one text together, in the order of their columns; other texts stay as they are. */
export function joinParts(texts: readonly LabelledText[]): LabelledText[] {
  const joined: (LabelledText & { stem: string | null; last: number })[] = []
  for (const { label, content } of texts) {
    const stem = PART.exec(label.trim())?.[1] ?? null
    const whole = stem === null ? undefined : joined.find((one) => one.stem === stem)
    if (whole === undefined) joined.push({ label, content, stem, last: content.length })
    else {
      whole.content += (whole.last >= FULL_CELL ? '' : '\n') + content
      whole.last = content.length
    }
  }
  return joined.map(({ label, content }) => ({ label, content }))
}
