import type { AnyNode, Element } from '../html-node.js'
import { childOf, childrenOf, nameOf, readXml, replaceBelow, valueOf } from './xml.js'

const SUPERSCRIPTS = new Map(Object.entries({ '1': '¹', '2': '²', '3': '³' }))

/** Puts formulas (Office Math, ECMA-376 part 1, 22.1) on a line of text: (a+b)/2, x², √(n). mammoth leaves them out. */
export function writeFormulas(root: Element): void {
  const prefix = prefixOf(root)
  replaceBelow(root, (element) => {
    if (nameOf(element) === 'oMathPara') return childrenOf(element, 'oMath').flatMap((one) => runOf(one, prefix))
    return nameOf(element) === 'oMath' ? runOf(element, prefix) : [element]
  })
}

/** The prefix that the part has for Word's own elements. */
const prefixOf = (root: Element): string =>
  (root.children.find((node): node is Element => node.type === 'tag')?.tagName ?? 'w:').replace(/[^:]*$/, '')

function runOf(formula: Element, prefix: string): AnyNode[] {
  const text = written(formula).trim()
  return text === ''
    ? []
    : readXml(`<${prefix}r><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}r>`, true).root.children
}

/** Entities stay as they are written: the part is written again as it was read. */
function written(node: AnyNode | null): string {
  if (node === null || node.type !== 'tag') return ''
  const element = node as Element
  const part = (name: string): string => written(childOf(element, name))
  const property = (name: string): string | null => valueOf(childOf(element, `${nameOf(element)}Pr`), name)
  switch (nameOf(element)) {
    case 't':
      return element.children.map((child) => (child.type === 'text' ? child.data : '')).join('')
    case 'f':
      return property('type') === 'noBar' ? inner(element) : `${grouped(part('num'))}/${grouped(part('den'))}`
    case 'sSup':
      return part('e') + superscript(part('sup'))
    case 'sSubSup':
      return part('e') + part('sub') + superscript(part('sup'))
    case 'rad':
      return `${superscript(part('deg'), '')}√${grouped(part('e'))}`
    case 'd': {
      const items = childrenOf(element, 'e').map(written)
      return (property('begChr') ?? '(') + items.join(property('sepChr') ?? '|') + (property('endChr') ?? ')')
    }
    case 'nary': {
      const [sub, sup] = [part('sub'), part('sup')]
      const limits = sub + sup === '' ? '' : `(${[sub, sup].filter((one) => one !== '').join('→')})`
      return (property('chr') ?? '∫') + limits + part('e')
    }
    case 'limLow':
    case 'limUpp':
      return `${part('e')}(${part('lim')})`
    case 'mr':
    case 'eqArr':
      return childrenOf(element, 'e').map(written).join('　')
    case 'm':
      return `[${childrenOf(element, 'mr').map(written).join('；')}]`
    default:
      return inner(element)
  }
}

/** What an element holds, its properties left aside. */
function inner(element: Element): string {
  return element.children.map((child) => (/Pr$/.test(nameOf(child)) ? '' : written(child))).join('')
}

/** More than one number or name stands in brackets. */
const grouped = (text: string): string => (/^(?:[\p{L}\p{M}]+|[\d.]+|\(.*\))$/u.test(text) ? text : `(${text})`)

function superscript(text: string, mark = '^'): string {
  return text === '' ? '' : (SUPERSCRIPTS.get(text) ?? mark + grouped(text))
}

/** Whether a part has formulas at all: most have none. */
export const hasFormulas = (content: string): boolean => /<\w*:?oMath\b/.test(content)
