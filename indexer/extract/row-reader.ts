export interface Row {
  cells: string[]
  /** Where the next row begins. */
  end: number
}

/** What may stand between the quote that closes a cell and the next delimiter. */
const PADDING = /[^\S\n\t]*/y

/** Reads rows of delimited text (RFC 4180): a quoted cell holds delimiters, line breaks and doubled quotes. */
export class RowReader {
  readonly #source: string
  readonly #delimiter: string
  /** Finds the end of a cell without quotes. */
  readonly #cellEnd: RegExp
  /**
   * Where quoted cells begin from which no whole row can be read. A row that fails far away is tried again from its
   * next line on, and must not go all the way again each time.
   */
  readonly #doomed = new Set<number>()
  /** How far rows that failed were read. */
  #reach = 0

  constructor(source: string, delimiter: string) {
    this.#source = source
    this.#delimiter = delimiter
    this.#cellEnd = new RegExp(`[\\n${delimiter}]`, 'g')
  }

  /**
   * The row that begins at `start`; null where a quoted cell is not closed, or something follows its closing quote. A
   * quote within a cell that does not begin with one is a character.
   */
  row(start: number): Row | null {
    if (start > this.#reach) this.#doomed.clear()
    const cells: string[] = []
    const opened: number[] = []
    for (let at = start; ; at++) {
      const isQuoted = this.#source[at] === '"'
      if (isQuoted) opened.push(at)
      const end = isQuoted ? this.#quoted(at, cells) : this.#plain(at, cells)
      if (end === null) return this.#fail(start, opened)
      at = end
      if (at >= this.#source.length) return { cells, end: at }
      if (this.#source[at] === '\n') return { cells, end: at + 1 }
    }
  }

  /** The line that begins at `start` as a row, quotes being characters but for those around a cell. */
  line(start: number): Row {
    const end = this.#source.indexOf('\n', start)
    const line = this.#source.slice(start, end < 0 ? this.#source.length : end)
    return { cells: line.split(this.#delimiter).map(bare), end: end < 0 ? this.#source.length : end + 1 }
  }

  /** Adds the cell that begins at `at`, and gives where it ends. */
  #plain(at: number, cells: string[]): number {
    this.#cellEnd.lastIndex = at
    const end = this.#cellEnd.exec(this.#source)?.index ?? this.#source.length
    cells.push(this.#source.slice(at, end))
    return end
  }

  /** As #plain; null where the cell is not closed as it should be. */
  #quoted(at: number, cells: string[]): number | null {
    if (this.#doomed.has(at)) return null
    let cell = ''
    for (let from = at + 1; ;) {
      const quote = this.#source.indexOf('"', from)
      this.#reach = Math.max(this.#reach, quote < 0 ? this.#source.length : quote)
      if (quote < 0) return null
      cell += this.#source.slice(from, quote)
      from = quote + 2
      if (this.#source[quote + 1] === '"') cell += '"'
      else {
        PADDING.lastIndex = quote + 1
        const end = quote + 1 + PADDING.exec(this.#source)![0].length
        const next = this.#source[end]
        cells.push(cell)
        return next === undefined || next === '\n' || next === this.#delimiter ? end : null
      }
    }
  }

  #fail(start: number, opened: readonly number[]): null {
    const lineEnd = this.#source.indexOf('\n', start)
    // The line itself is not read again.
    if (lineEnd >= 0) for (const at of opened) if (at > lineEnd) this.#doomed.add(at)
    return null
  }
}

function bare(cell: string): string {
  const isWrapped = cell.length > 1 && cell.startsWith('"') && cell.endsWith('"')
  return isWrapped ? cell.slice(1, -1).replaceAll('""', '"') : cell
}
