import { text } from '../text.zh.js'

/** A pattern of file paths relative to a source's folder, with the names of the parts that it takes out. */
export interface PathPattern {
  source: string
  names: string[]
  /** The named parts where the whole path fits, else null. */
  match: (path: string) => Record<string, string> | null
}

/**
 * Compiles a path pattern: `*` is anything within one folder or file name, `**` anything across folders, `?` one
 * character, `{name}` a named part within one folder or file name, `{name:regex}` a named part of that form
 * (`{year:\d{4}}`). All else stands for itself. Throws SyntaxError with a readable message.
 */
export function compilePattern(source: string): PathPattern {
  const names: string[] = []
  let expression = ''
  for (let index = 0; index < source.length; index++) {
    const character = source[index]!
    if (character === '{') {
      const end = closingBrace(source, index)
      const [, name = '', form = '[^/]+'] =
        /^([\p{L}_][\p{L}\p{N}_]*)(?::(.+))?$/u.exec(source.slice(index + 1, end)) ?? []
      if (name === '') throw new SyntaxError(text.source.badName(source.slice(index, end + 1)))
      if (names.includes(name)) throw new SyntaxError(text.source.repeated(name))
      names.push(name)
      expression += `(?<${name}>${form})`
      index = end
    } else if (source.startsWith('**/', index)) {
      expression += '(?:.*/)?'
      index += 2
    } else if (source.startsWith('**', index)) {
      expression += '.*'
      index += 1
    } else if (character === '*') expression += '[^/]*'
    else if (character === '?') expression += '[^/]'
    else expression += character.replace(/[\\^$.|+()[\]}]/g, '\\$&')
  }
  const compiled = new RegExp(`^${expression}$`, 'u')
  return {
    source,
    names,
    match: (path) => {
      const found = compiled.exec(path.normalize('NFC'))
      return found ? { ...found.groups } : null
    },
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
