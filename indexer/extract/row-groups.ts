import { closedListName } from '../visibility-name.js'
import { isBlank } from './fields.js'

/** 一、 (二) 3. and words of disclosure begin another group. */
const NEXT_GROUP = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、])|公开/

/** Which rows of a list stand below a name that says what they are is not for the public: 二、依申请公开类. */
export class RowGroups {
  /** Of the whole list. */
  readonly #ofAll: string | null
  #ofGroup: string | null = null

  constructor(titles: readonly string[]) {
    this.#ofAll = titles.find((title) => closedListName(title) !== null) ?? null
  }

  /** The name that keeps the rows back that come next; null where none does. */
  get closed(): string | null {
    return this.#ofAll ?? this.#ofGroup
  }

  /** Goes on to a row; true for one that is no more than the name of a group. */
  next(cells: readonly string[], isAcross: boolean): boolean {
    const name = onlyCell(cells)
    if (name === null) return false
    const isClosed = closedListName(name) !== null
    if (!isAcross && !isClosed && !(this.#ofGroup !== null && NEXT_GROUP.test(name))) return false
    this.#ofGroup = isClosed ? name : null
    return true
  }
}

/** What a row says that has one cell only. */
export function onlyCell(cells: readonly string[]): string | null {
  const filled = cells.filter((cell) => !isBlank(cell))
  return filled.length === 1 ? filled[0]!.trim() : null
}
