import { text } from '../text.zh.js'
import { matchPlain, type PlainPart } from './plain-match.js'

/** A pattern of file paths relative to a source's folder, with the names of the parts that it takes out. */
export interface PathPattern {
  source: string
  names: string[]
  /** The named parts where the whole path fits, else null. */
  match: (path: string) => Record<string, string> | null
}

/** Longer patterns of a stranger are refused. */
const LONGEST_FOREIGN = 500

type Part = PlainPart | { kind: 'formed'; name: string; form: string }

/**
 * Compiles a path pattern: `*` is anything within one folder or file name, `**` anything across folders, `?` one
 * character, `{name}` a named part within one folder or file name, `{name:regex}` a named part of that form
 * (`{year:\d{4}}`). All else stands for itself. One that a stranger wrote (`isForeign`) may have no regular expressions,
 * some of which take for ever. Throws SyntaxError with a readable message.
 */
export function compilePattern(source: string, isForeign = false): PathPattern {
  if (isForeign && source.length > LONGEST_FOREIGN) throw new SyntaxError(text.source.longPattern(LONGEST_FOREIGN))
  const parts = partsOf(source)
  const plain = parts.filter((part) => part.kind !== 'formed')
  if (isForeign && plain.length < parts.length) throw new SyntaxError(text.source.foreignForm)
  const names = parts.flatMap((part) => ('name' in part ? [part.name] : []))
  const repeated = names.find((name, index) => names.indexOf(name) < index)
  if (repeated !== undefined) throw new SyntaxError(text.source.repeated(repeated))
  if (isForeign) return { source, names, match: (path) => matchPlain(plain, path.normalize('NFC')) }
  const compiled = new RegExp(`^${parts.map(expressionOf).join('')}$`, 'u')
  return {
    source,
    names,
    match: (path) => {
      const found = compiled.exec(path.normalize('NFC'))
      return found ? { ...found.groups } : null
    },
  }
}

function partsOf(source: string): Part[] {
  const parts: Part[] = []
  for (let index = 0; index < source.length; index++) {
    const character = String.fromCodePoint(source.codePointAt(index)!)
    if (character === '{') {
      const end = closingBrace(source, index)
      const [, name = '', form] = /^([\p{L}_][\p{L}\p{N}_]*)(?::(.+))?$/u.exec(source.slice(index + 1, end)) ?? []
      if (name === '') throw new SyntaxError(text.source.badName(source.slice(index, end + 1)))
      parts.push(form === undefined ? { kind: 'named', name } : { kind: 'formed', name, form })
      index = end
    } else if (source.startsWith('**/', index)) {
      parts.push({ kind: 'folders' })
      index += 2
    } else if (source.startsWith('**', index)) {
      parts.push({ kind: 'deep' })
      index += 1
    } else if (character === '*') parts.push({ kind: 'any' })
    else if (character === '?') parts.push({ kind: 'one' })
    else {
      parts.push({ kind: 'itself', character })
      index += character.length - 1
    }
  }
  return parts
}

function expressionOf(part: Part): string {
  switch (part.kind) {
    case 'itself':
      return part.character.replace(/[\\^$.|+()[\]}]/g, '\\$&')
    case 'one':
      return '[^/]'
    case 'any':
      return '[^/]*'
    case 'deep':
      return '.*'
    case 'folders':
      return '(?:.*/)?'
    case 'named':
      return `(?<${part.name}>[^/]+)`
    case 'formed':
      return `(?<${part.name}>${part.form})`
  }
}

/** Braces within a form (`\d{4}`) come in pairs. */
function closingBrace(source: string, start: number): number {
  let depth = 0
  for (let index = start; index < source.length; index++) {
    if (source[index] === '\\') index++
    else if (source[index] === '{') depth++
    else if (source[index] === '}' && --depth === 0) return index
  }
  throw new SyntaxError(text.source.brace)
}
