import type { Element } from '../html-node.js'
import { ListCounter, type WordNumbering } from './numbering.js'
import type { WordStyles } from './styles.js'
import { childOf, elementsBelow, isNamed, nameOf, numberOf, readXml } from './xml.js'

/** After these nothing is typed before the text: 一、总则, （一）总则, ①总则. */
const CLOSED = /[\u2460-\u249b\u3220-\u3243\u3280-\u32b0]$|(?=[\u2e80-\uffef])\p{P}$/u

/** Puts the labels of numbered paragraphs before their texts, as if they had been typed. */
export function writeLabels(root: Element, styles: WordStyles, numbering: WordNumbering): void {
  const counter = new ListCounter()
  for (const element of elementsBelow(root)) {
    if (nameOf(element) !== 'p') continue
    const place = placeOf(childOf(element, 'pPr'), styles, numbering)
    const list = place && numbering.list(place.numId)
    const found = list && counter.next(place.numId, list, place.level)
    if (found) putBefore(element, found.label + (found.isSetApart ? gapAfter(found.label) : ''))
  }
}

/** The list and level of a paragraph; null for one that is in no list, or taken out of that of its style. */
function placeOf(
  properties: Element | null,
  styles: WordStyles,
  numbering: WordNumbering,
): { numId: number; level: number } | null {
  const own = childOf(properties, 'numPr')
  const ownList = numberOf(own, 'numId')
  const style = styles.ofParagraph(properties)
  const byStyle = styles.numbering(style)
  const numId = ownList ?? byStyle?.numId ?? 0
  if (numId === 0) return null
  // A list says which of its levels a style stands for, and that counts more than what the style says itself.
  const levels = numbering.list(numId)?.levels ?? []
  const linked = styles.lineage(style).flatMap((name) => levels.findIndex((level) => level?.style === name))
  const level = numberOf(own, 'ilvl') ?? linked.find((at) => at >= 0) ?? (ownList === null ? byStyle?.level : 0)
  return { numId, level: level ?? 0 }
}

/** What is typed between a label and the text where Word has a tab or a space. */
function gapAfter(label: string): string {
  if (CLOSED.test(label)) return ''
  return /[\u2e80-\uffef]$/.test(label) ? '\u3000' : ' '
}

function putBefore(paragraph: Element, label: string): void {
  const prefix = paragraph.tagName.slice(0, -1)
  const escaped = label.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`)
  const run = readXml(`<${prefix}r><${prefix}t xml:space="preserve">${escaped}</${prefix}t></${prefix}r>`, true).root
  const at = paragraph.children.findIndex((child) => isNamed(child, 'pPr')) + 1
  paragraph.children.splice(at, 0, ...run.children)
}
