/** What the marks of one Markdown line say. */
export interface MarkdownLine {
  /** Of a # heading, 1 to 6. */
  level: number | null
  /** The whole line is in bold. */
  bold: boolean
  /** The line without block marks, '' for a rule; marks within it are still there. */
  content: string
}

/** Takes the block marks off a line: quotation, list, heading, rule. Numbers of ordered lists are text and stay. */
export function readLine(line: string): MarkdownLine {
  let rest = line.trim()
  if (/^([-*_=])(\s*\1){2,}$/.test(rest)) return { level: null, bold: false, content: '' }
  for (let before = ''; before !== rest;) {
    before = rest
    rest = rest.replace(/^>\s*(\[![A-Za-z]+\][-+]?)?\s*/, '').replace(/^[-*+]\s+(\[[ xX]\]\s+)?/, '')
  }
  const heading = /^(#{1,6})(?:\s+(.*))?$/.exec(rest)
  if (heading) {
    const content = (heading[2] ?? '').replace(/(?<!#)#+$/, '').trimEnd()
    // With no words behind it, it is as little a line of the text as a rule is.
    return { level: content === '' ? null : heading[1]!.length, bold: false, content }
  }
  const bold = /^(\*{2,3}|__)([^*]+?)(\*{2,3}|__)(\[\^[^\]]+\])?$/.test(rest)
  return { level: null, bold, content: rest }
}

/** The cells of a table row; an empty list for the row of dashes; null for a line that is no row. */
export function tableCells(line: string): string[] | null {
  const row = /^\s*\|(.*)\|\s*$/.exec(line)
  if (!row || !row[1]!.includes('|')) return null
  const cells = row[1]!.split(/(?<!\\)\|/).map((cell) => cell.trim())
  return cells.every((cell) => /^:?-*:?$/.test(cell)) ? [] : cells
}

const TAGS =
  /<\/?(details|summary|p|div|span|center|b|i|u|s|em|strong|small|sup|sub|font|a|img|hr|table|thead|tbody|tr|td|th|ul|ol|li|blockquote|figure|figcaption)(\s[^<>]*)?\/?>/gi
/** A link; 国发[2021](暂行) looks like one, but its target is no address. */
const LINK = /(?<!\\)\[([^\]^][^\]]{0,2000})\]\(((?:[^()\s]|\([^()]*\))*)(?:\s+"[^"]*")?\)/g
const ENTITIES: Record<string, string> = {
  nbsp: ' ',
  emsp: '\u2003',
  ensp: '\u2002',
  lt: '<',
  gt: '>',
  quot: '"',
  amp: '&',
}

/**
 * Takes the marks within a line away. `<br>` becomes a line feed: what follows is a paragraph of its own. The second of two
 * marks is looked for only so far: nobody sets them further apart, and of many that have none each would be followed to
 * the end of the line.
 */
export function cleanInline(content: string): string {
  return content
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(TAGS, '')
    .replace(/<(https?:\/\/[^\s<>]+)>/g, '$1')
    .replace(
      /!\[([^\]]{0,500})\]\([^)\s]*(?:\s+"([^"]*)")?\)/g,
      (_, alternative: string, title?: string) => alternative || (title ?? ''),
    )
    .replace(LINK, (link, label: string, target: string) => (/[/.#@]/.test(target) ? label : link))
    .replace(/\[\^([^\]]{1,500})\](:\s*)?/g, '[$1]')
    .replace(/(?<!\\)\*{2,}/g, '')
    .replace(/(?<![\\*\w])\*(?=\S)([^*\n]*[^*\s\\])\*(?![*\w])/g, '$1')
    .replace(/(?<![\w\\])__(?=\S)(.{0,2000}?\S)__(?!\w)/g, '$1')
    .replace(/(?<!\\)~~(.*?)~~/g, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!~|>])/g, '$1')
    .replace(/&(nbsp|emsp|ensp|lt|gt|quot|amp);/g, (_, name: string) => ENTITIES[name]!)
}
