import type { Element } from '../html-node.js'
import { formatNumber } from './number-format.js'
import type { WordStyles } from './styles.js'
import { attribute, childOf, childrenOf, isOn, numberOf, valueOf } from './xml.js'

/** Levels of a list; Word has no more. */
export const LEVELS = 9
/** Lists may name another one by a style of numbering; a chain that is longer goes round in a circle. */
const MAX_LINKS = 5
/** A glyph of a symbol font: a bullet, whatever it is said to be. */
const SYMBOLS = /[\ue000-\uf8ff]/g

/** How a level of a list is counted and shown. */
interface Level {
  start: number
  format: string
  /** `%1` to `%9` stand for the numbers of the levels. */
  text: string
  isLegal: boolean
  isHidden: boolean
  /** Whether something stands between label and text. */
  isSetApart: boolean
  /** The level counts anew after this one or an outer one, counted from 1; 0 for never. */
  restartsAfter: number
  /** Paragraphs of this style are of the level. */
  style: string | null
}

/** A list as paragraphs name it. */
interface List {
  /** Lists of the same definition count on from each other. */
  definition: string
  levels: (Level | undefined)[]
  /** Where it begins to count anew, by level. */
  starts: ReadonlyMap<number, number>
}

/** What `numbering.xml` says of lists; nothing where a document has no such part. */
export class WordNumbering {
  readonly #definitions = new Map<string, Element>()
  readonly #nums = new Map<number, Element>()
  readonly #lists = new Map<number, List | null>()
  readonly #styles: WordStyles

  constructor(part: Element | null, styles: WordStyles) {
    this.#styles = styles
    const numbering = childOf(part, 'numbering')
    for (const definition of childrenOf(numbering, 'abstractNum'))
      this.#definitions.set(attribute(definition, 'abstractNumId') ?? '', definition)
    for (const num of childrenOf(numbering, 'num')) {
      const id = attribute(num, 'numId')
      if (id !== null) this.#nums.set(Number(id), num)
    }
  }

  list(numId: number): List | null {
    const known = this.#lists.get(numId)
    if (known !== undefined) return known
    const list = this.#read(numId)
    this.#lists.set(numId, list)
    return list
  }

  #read(numId: number): List | null {
    let num = this.#nums.get(numId)
    const overrides = childrenOf(num ?? null, 'lvlOverride')
    for (let links = 0; num && links < MAX_LINKS; links++) {
      const id = valueOf(num, 'abstractNumId') ?? ''
      const definition = this.#definitions.get(id)
      if (!definition) return null
      const link = valueOf(definition, 'numStyleLink')
      if (link === null) return listOf(id, definition, overrides)
      num = this.#nums.get(this.#styles.numbering(link)?.numId ?? -1)
    }
    return null
  }
}

function listOf(id: string, definition: Element, overrides: readonly Element[]): List {
  const levels: List['levels'] = []
  const starts = new Map<number, number>()
  const put = (level: Element | null, at: number): void => {
    if (level && at < LEVELS) levels[at] = levelOf(level, at)
  }
  for (const level of childrenOf(definition, 'lvl')) put(level, Number(attribute(level, 'ilvl') ?? 0))
  for (const override of overrides) {
    const at = Number(attribute(override, 'ilvl') ?? 0)
    put(childOf(override, 'lvl'), at)
    const start = numberOf(override, 'startOverride')
    if (start !== null) starts.set(at, start)
  }
  return { definition: id, levels, starts }
}

function levelOf(level: Element, at: number): Level {
  // A format that older programs do not know stands beside one that they do.
  const format = valueOf(level, 'numFmt') ?? valueOf(childOf(level, 'AlternateContent', 'Fallback'), 'numFmt')
  return {
    start: numberOf(level, 'start') ?? 0,
    format: format ?? 'decimal',
    text: (valueOf(level, 'lvlText') ?? '').replace(SYMBOLS, ''),
    isLegal: isOn(level, 'isLgl') ?? false,
    isHidden: isOn(childOf(level, 'rPr'), 'vanish') ?? false,
    isSetApart: valueOf(level, 'suff') !== 'nothing',
    restartsAfter: numberOf(level, 'lvlRestart') ?? at,
    style: valueOf(level, 'pStyle'),
  }
}

/** Counts the paragraphs of lists, as they come in a document. */
export class ListCounter {
  readonly #counts = new Map<string, (number | undefined)[]>()
  readonly #begun = new Set<string>()

  /** The label of the next paragraph of a list at a level, and what sets it apart; null where none is shown. */
  next(numId: number, list: List, at: number): { label: string; isSetApart: boolean } | null {
    const level = list.levels[at]
    if (!level) return null
    const counts = this.#countsOf(list.definition)
    const startOf = (of: number): number => list.starts.get(of) ?? list.levels[of]?.start ?? 1
    const isFirst = list.starts.has(at) && !this.#begun.has(`${numId} ${at}`)
    this.#begun.add(`${numId} ${at}`)
    const before = counts[at]
    counts[at] = isFirst || before === undefined ? startOf(at) : before + 1
    for (let inner = at + 1; inner < LEVELS; inner++)
      if (at < (list.levels[inner]?.restartsAfter ?? inner)) counts[inner] = undefined
    if (level.format === 'bullet' || level.isHidden) return null
    const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const of = Number(digit) - 1
      const format = list.levels[of]?.format ?? 'decimal'
      return formatNumber(counts[of] ?? startOf(of), level.isLegal ? 'decimal' : format)
    })
    return label.trim() === '' ? null : { label: label.trim(), isSetApart: level.isSetApart || /\s$/.test(label) }
  }

  #countsOf(definition: string): (number | undefined)[] {
    const counts = this.#counts.get(definition) ?? []
    this.#counts.set(definition, counts)
    return counts
  }
}
