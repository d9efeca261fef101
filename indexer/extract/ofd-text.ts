import type { CheerioAPI } from 'cheerio/slim'
import type { AnyNode, Element } from './html-node.js'
import { withoutRadicals } from './layout/radicals.js'
import type { TurnedFragment } from './layout/upright.js'

/** The size of characters where a text object does not state it, in millimetres (that of 三号, size 3). */
const USUAL_SIZE = 5.6

const numbers = (value: string | undefined): number[] =>
  (value ?? '').trim().split(/\s+/).map(Number).filter(Number.isFinite)

/** The elements of a local name, whatever prefix the file gives the namespace. */
export function named(nodes: AnyNode[], name: string): Element[] {
  return nodes.filter((node): node is Element => node.type === 'tag' && node.tagName.replace(/^.*:/, '') === name)
}

/** The pieces of text of a page's content (`Content.xml`), in millimetres from the page's upper left corner. */
export function fragmentsOf(page: CheerioAPI): TurnedFragment[] {
  return named(page('*').toArray(), 'TextObject').flatMap((object) => fragmentsOfObject(page, object))
}

function fragmentsOfObject(page: CheerioAPI, object: Element): TurnedFragment[] {
  const [left = 0, top = 0] = numbers(object.attribs['Boundary'])
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(object.attribs['CTM'])
  const stated = Number(object.attribs['Size'])
  const size = (stated > 0 ? stated : USUAL_SIZE) * (Math.hypot(c, d) || 1)
  const angle = (Math.atan2(b, a) * 180) / Math.PI
  // A text code that states no place goes on where the one before began.
  let x = 0
  let y = 0
  return named(object.children, 'TextCode').map((code) => {
    x = numbers(code.attribs['X'])[0] ?? x
    y = numbers(code.attribs['Y'])[0] ?? y
    const content = page(code).text()
    const steps = deltas(code.attribs['DeltaX'])
    const advance = steps.length > 0 ? steps.reduce((sum, step) => sum + step, 0) * (Math.hypot(a, b) || 1) + size : 0
    return {
      text: withoutRadicals(content),
      x: left + a * x + c * y + e,
      y: top + b * x + d * y + f,
      width: advance || naturalWidth(content, size),
      size,
      angle,
    }
  })
}

/** `g 3 5.6` stands for three times 5.6. */
function deltas(value: string | undefined): number[] {
  const parts = (value ?? '').trim().split(/\s+/)
  const steps: number[] = []
  for (let at = 0; at < parts.length && steps.length < 10_000; at++) {
    if (parts[at] !== 'g') steps.push(Number(parts[at]) || 0)
    else {
      const count = Math.min(Number(parts[at + 1]) || 0, 10_000)
      steps.push(...Array.from({ length: count }, () => Number(parts[at + 2]) || 0))
      at += 2
    }
  }
  return value === undefined ? [] : steps
}

function naturalWidth(content: string, size: number): number {
  return [...content].reduce((sum, character) => sum + (character >= '\u2e80' ? size : size / 2), 0)
}
