import { noneOf, oneOf } from '../../indexer/contract/engine/filter.js'

/**
 * The documents of one state of the archive, numbered from 0: what every search reckons for thousands of them is kept in
 * arrays by these numbers.
 */
export class DocumentTable {
  readonly #ids: string[] = []
  /** In passages. */
  readonly #lengths: number[] = []
  readonly #numbers = new Map<string, number>()
  readonly #average: number

  /** `lengths`: how many passages each document has. */
  constructor(lengths: Readonly<Record<string, number>>) {
    let sum = 0
    for (const [id, length] of Object.entries(lengths)) {
      this.#add(id, length)
      sum += length
    }
    // Of an archive that had nothing when it was counted, every document is one of average length.
    this.#average = sum / this.size || 1
  }

  get size(): number {
    return this.#ids.length
  }

  /** Null for a document that was never met: to ask about one does not make it known. */
  find(id: string): number | null {
    return this.#numbers.get(id) ?? null
  }

  /** The archive may change while it is asked: a document that is new is counted as one of average length. */
  numberOf(id: string): number {
    return this.#numbers.get(id) ?? this.#add(id, this.#average)
  }

  idOf(number: number): string {
    return this.#ids[number]!
  }

  idsOf(numbers: Iterable<number>): string[] {
    return Array.from(numbers, (number) => this.idOf(number))
  }

  /** Number of passages. */
  lengthOf(number: number): number {
    return this.#lengths[number]!
  }

  /** A document's length as a multiple of the average. */
  relativeLengthOf(number: number): number {
    return this.#lengths[number]! / this.#average
  }

  /**
   * What lets the engine look at these documents only: nothing where they are all, and by the others where these are
   * fewer, since it reads names one after another.
   */
  filterFor(numbers: ReadonlySet<number>): string[] {
    if (2 * numbers.size <= this.size) return [oneOf('doc', this.idsOf(numbers))]
    const others = this.#ids.filter((_, number) => !numbers.has(number))
    return others.length === 0 ? [] : [noneOf('doc', others)]
  }

  #add(id: string, length: number): number {
    const number = this.size
    this.#ids.push(id)
    this.#lengths.push(length)
    this.#numbers.set(id, number)
    return number
  }
}

/** Documents, each with the number of its passages that match. */
export class Matches {
  readonly table: DocumentTable
  readonly numbers: Int32Array
  /** Beside `numbers`; in shares of passages where a word is found by others than itself. */
  readonly counts: Float32Array
  #has: ReadonlySet<number> | null = null

  constructor(table: DocumentTable, numbers: Int32Array, counts: Float32Array) {
    this.table = table
    this.numbers = numbers
    this.counts = counts
  }

  static of(table: DocumentTable, counts: Readonly<Record<string, number>>): Matches {
    const ids = Object.keys(counts)
    return new Matches(
      table,
      Int32Array.from(ids, (id) => table.numberOf(id)),
      Float32Array.from(ids, (id) => counts[id]!),
    )
  }

  /** All documents of the parts, with their passages added up in shares. */
  static merged(parts: readonly { matches: Matches; share: number }[]): Matches {
    const { table } = parts[0]!.matches
    const all = new Map<number, number>()
    for (const { matches, share } of parts) {
      matches.numbers.forEach((number, place) => {
        all.set(number, (all.get(number) ?? 0) + share * matches.counts[place]!)
      })
    }
    return new Matches(table, Int32Array.from(all.keys()), Float32Array.from(all.values()))
  }

  get size(): number {
    return this.numbers.length
  }

  ids(): string[] {
    return this.table.idsOf(this.numbers)
  }

  has(number: number): boolean {
    this.#has ??= new Set(this.numbers)
    return this.#has.has(number)
  }

  hasId(id: string): boolean {
    const number = this.table.find(id)
    return number !== null && this.has(number)
  }

  /** Those of them that are among the ids. */
  within(ids: ReadonlySet<string>): Matches {
    const places = [...this.numbers.keys()].filter((place) => ids.has(this.table.idOf(this.numbers[place]!)))
    return new Matches(
      this.table,
      Int32Array.from(places, (place) => this.numbers[place]!),
      Float32Array.from(places, (place) => this.counts[place]!),
    )
  }
}
