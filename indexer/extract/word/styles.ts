import type { Element } from '../html-node.js'
import { attribute, childOf, childrenOf, isOn, numberOf, valueOf } from './xml.js'

/** Styles inherit from each other; a chain that is longer goes round in a circle. */
const MAX_CHAIN = 30

/** The place in a list that a style gives its paragraphs. */
export interface StyleNumbering {
  numId: number
  level: number | null
}

/** What `styles.xml` says of hidden text and of numbering; nothing where a document has no such part. */
export class WordStyles {
  readonly #styles = new Map<string, Element>()
  readonly #chains = new Map<string | null, Element[]>()
  readonly #defaultParagraph: string | null
  readonly #hidesAll: boolean

  constructor(part: Element | null) {
    const styles = childOf(part, 'styles')
    let usual: string | null = null
    for (const style of childrenOf(styles, 'style')) {
      const id = attribute(style, 'styleId')
      if (id === null) continue
      this.#styles.set(id, style)
      const isDefault = ['1', 'true', 'on'].includes(attribute(style, 'default') ?? '')
      if (isDefault && attribute(style, 'type') === 'paragraph') usual = id
    }
    this.#defaultParagraph = usual
    this.#hidesAll = isOn(childOf(styles, 'docDefaults', 'rPrDefault', 'rPr'), 'vanish') ?? false
  }

  /** The style of a paragraph: the one it names, else the usual one. */
  ofParagraph(properties: Element | null): string | null {
    return valueOf(properties, 'pStyle') ?? this.#defaultParagraph
  }

  /** Whether text is hidden by its style, or what that is based on; null where none of them says. */
  hides(id: string | null): boolean | null {
    for (const style of this.#chain(id)) {
      const hidden = isOn(childOf(style, 'rPr'), 'vanish')
      if (hidden !== null) return hidden
    }
    return null
  }

  /** Whether text is hidden where neither it nor a style says so. */
  get hidesAll(): boolean {
    return this.#hidesAll
  }

  numbering(id: string | null): StyleNumbering | null {
    let level: number | null = null
    for (const style of this.#chain(id)) {
      const stated = childOf(style, 'pPr', 'numPr')
      level ??= numberOf(stated, 'ilvl')
      const numId = numberOf(stated, 'numId')
      if (numId !== null) return { numId, level }
    }
    return null
  }

  /** A style's name and those that it is based on, nearest first. */
  lineage(id: string | null): string[] {
    return this.#chain(id).map((style) => attribute(style, 'styleId')!)
  }

  #chain(id: string | null): Element[] {
    const known = this.#chains.get(id)
    if (known) return known
    const chain: Element[] = []
    let style = this.#styles.get(id ?? '')
    while (style && chain.length < MAX_CHAIN) {
      chain.push(style)
      style = this.#styles.get(valueOf(style, 'basedOn') ?? '')
    }
    this.#chains.set(id, chain)
    return chain
  }
}
