/** The heading row and the rows below it; the delimiter is the one that the heading row has most of. */
export function readTable(content: string): { labels: string[]; rows: string[][] } {
  const [head = '', rest] = splitOnce(content)
  const delimiter = ['\t', ',', ';'].reduce((best, one) =>
    head.split(one).length > head.split(best).length ? one : best,
  )
  return { labels: parseRows(head, delimiter)[0] ?? [], rows: parseRows(rest, delimiter) }
}

function splitOnce(content: string): [string, string] {
  const start = content.search(/\S/)
  const end = content.indexOf('\n', Math.max(start, 0))
  return end < 0 ? [content, ''] : [content.slice(Math.max(start, 0), end), content.slice(end + 1)]
}

/** Cells may be quoted, a quote within them doubled, and then hold delimiters and line breaks. */
function parseRows(source: string, delimiter: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const special = new RegExp(`["\\n${delimiter}]`, 'g')
  for (let index = 0; index < source.length; index++) {
    // Runs of plain characters are taken whole: cells may be very long.
    special.lastIndex = index
    const next = quoted ? source.indexOf('"', index) : (special.exec(source)?.index ?? -1)
    cell += source.slice(index, next < 0 ? source.length : next)
    if (next < 0) break
    index = next
    const character = source[index]!
    if (quoted && source[index + 1] === '"') cell += source[++index]!
    else if (character === '"' && (quoted || cell === '')) quoted = !quoted
    else if (character === delimiter) cell = endCell()
    else if (character === '\n') endRow()
    else cell += character
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows

  function endCell(): string {
    row.push(cell)
    return ''
  }
  function endRow(): void {
    cell = endCell()
    rows.push(row)
    row = []
  }
}
