import { isBlock, textWithin, type AnyNode } from './html-node.js'

/** A longer line is text; its labels are words of it. */
const MAX_LINE = 600
/** Between two parts of a line that mark-up sets apart. */
const BREAK = '\n'
/** Where one line says several things: `文号：… 成文日期：…`, `文号：… | 成文日期：…`. */
const NEXT_PAIR = /[ |｜]*\n[ |｜\n]*|[ |｜]+(?=[^\s:：|｜\d]{2,8}[:：])/
/** `label：value`, not an address or a time of day. */
const PAIR = /^([^:：\d]{1,16})[:：](?!\/\/)\s*(.*)$/
const BEGINS_PAIR = /^[^\s:：\d]{2,16}[:：](?!\/\/)/

/** A part of a line as a label and a value, or null. */
export function pairIn(part: string): { label: string; value: string } | null {
  const [, label, value] = PAIR.exec(part) ?? []
  return label === undefined ? null : { label, value: value! }
}

/**
 * The parts of a line: what one element of it says is one, as is what stands between white space or bars where a label
 * follows. None where the line is too long for metadata.
 */
export function partsOf(line: AnyNode): string[] {
  const all = textWithin(line, MAX_LINE)
  if (all === null || all === '') return []
  return marked(line)
    .replace(/[^\S\n]+/g, ' ')
    .trim()
    .split(NEXT_PAIR)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** The text of a line with a break before every element that begins with a label, and after one that is a pair. */
function marked(node: AnyNode): string {
  if (node.type === 'text') return node.data.replace(/\s+/g, ' ')
  if (node.type === 'tag' && node.tagName === 'br') return ' '
  if (!('children' in node)) return ''
  const inner = node.children.map(marked).join('')
  if (isBlock(node)) return ` ${inner} `
  const said = inner.replaceAll(BREAK, '').trim()
  if (!BEGINS_PAIR.test(said)) return inner
  return pairIn(said)?.value ? BREAK + inner + BREAK : BREAK + inner
}
