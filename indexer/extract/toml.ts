const KEY = `[\\w-]+|[\\p{L}\\p{N}_-]+|"[^"\\n]*"|'[^'\\n]*'`
const PAIR = new RegExp(`^\\s*((?:${KEY})(?:\\.(?:${KEY}))*)\\s*=\\s*(.*)$`, 'u')
/** A string in either kind of quotes, a comment, anything else: numbers, and days with their time. */
const VALUE = /"((?:[^"\\]|\\.)*)"|'([^']*)'|#.*|([^\s,[\]"'#]+(?: \d{2}:[^\s,[\]"'#]+)?)/g
const COMMENT_OR_TABLE = /^\s*(?:#|\[|$)/
const ESCAPES: Record<string, string> = { n: '\n', t: '\t' }

/**
 * The pairs of the TOML that generators of sites write above a text, by key: strings, numbers, dates, and lists of them on
 * one line or several. Tables are not kept apart: `[params]` only groups what follows. Null for what is no TOML.
 */
export function parseToml(lines: readonly string[]): Map<string, string[]> | null {
  const values = new Map<string, string[]>()
  for (let at = 0; at < lines.length; at++) {
    if (COMMENT_OR_TABLE.test(lines[at]!)) continue
    const [, key, begun] = PAIR.exec(lines[at]!) ?? []
    if (key === undefined) return null
    let value = begun!
    const quotes = /^("""|''')/.exec(value)?.[1]
    if (quotes !== undefined) {
      const text = [value.slice(3)]
      while (!text.at(-1)!.includes(quotes) && at + 1 < lines.length) text.push(lines[++at]!)
      values.set(bare(key), [text.join('\n').split(quotes)[0]!.trim()])
      continue
    }
    while (value.startsWith('[') && !/\]\s*(?:#.*)?$/.test(value) && at + 1 < lines.length) value += `\n${lines[++at]!}`
    const name = bare(key.slice(key.lastIndexOf('.') + 1))
    values.set(name, [...(values.get(name) ?? []), ...stringsIn(value)])
  }
  return values
}

const bare = (key: string): string => key.replace(/^(["'])(.*)\1$/, '$2')

function stringsIn(value: string): string[] {
  return [...value.matchAll(VALUE)].flatMap(([, quoted, literal, plain]) => {
    const escaped = quoted?.replace(/\\(.)/g, (_, sign: string) => ESCAPES[sign] ?? sign)
    return escaped ?? literal ?? plain ?? []
  })
}
