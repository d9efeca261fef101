/**
 * One part of a path pattern without regular expressions: a character that stands for itself, one character (`?`), any
 * number of them within a name (`*`), across folders (`**`) or of whole folders, or a named part within a name.
 */
export type PlainPart =
  { kind: 'itself'; character: string } | { kind: 'one' | 'any' | 'deep' | 'folders' } | { kind: 'named'; name: string }

/**
 * What the named parts of a pattern stand for where a whole path fits, else null; each part takes as much as it can.
 * In time proportional to the length of the path times that of the pattern, whatever they are, where a regular
 * expression may try every way to divide the path among the parts.
 */
export function matchPlain(parts: readonly PlainPart[], path: string): Record<string, string> | null {
  const characters = [...path]
  // fits[p][i]: what is left from the i-th character on fits the parts from p on.
  const fits: Uint8Array[] = []
  fits[parts.length] = new Uint8Array(characters.length + 1)
  fits[parts.length]![characters.length] = 1
  for (let part = parts.length - 1; part >= 0; part--) fits[part] = fitting(parts[part]!, characters, fits[part + 1]!)
  if (fits[0]![0] === 0) return null
  const found: Record<string, string> = {}
  let at = 0
  for (const [index, part] of parts.entries()) {
    const start = at
    at = furthest(part, characters, at, fits[index + 1]!)
    if (part.kind === 'named') found[part.name] = characters.slice(start, at).join('')
  }
  return found
}

/** From where on a part and those after it fit, given from where on those after it do. */
function fitting(part: PlainPart, characters: readonly string[], after: Uint8Array): Uint8Array {
  const fits = new Uint8Array(after.length)
  let isLongerFitting = false
  for (let at = characters.length; at >= 0; at--) {
    const character = characters[at]
    if (part.kind === 'itself') fits[at] = character === part.character ? after[at + 1]! : 0
    else if (part.kind === 'one') fits[at] = isInName(character) ? after[at + 1]! : 0
    else if (part.kind === 'folders') {
      isLongerFitting ||= character === '/' && after[at + 1] === 1
      fits[at] = isLongerFitting || after[at] === 1 ? 1 : 0
    } else {
      // True where any number of characters from here on may be taken.
      isLongerFitting &&= part.kind === 'deep' || isInName(character)
      fits[at] = isLongerFitting || (part.kind !== 'named' && after[at] === 1) ? 1 : 0
      isLongerFitting ||= after[at] === 1
    }
  }
  return fits
}

/** Where a part that begins at `start` and is known to fit ends. */
function furthest(part: PlainPart, characters: readonly string[], start: number, after: Uint8Array): number {
  if (part.kind === 'itself' || part.kind === 'one') return start + 1
  let end = start
  for (let at = start; at <= characters.length; at++) {
    const isEnd = part.kind !== 'folders' || at === start || characters[at - 1] === '/'
    if (isEnd && after[at] === 1 && (part.kind !== 'named' || at > start)) end = at
    if (part.kind !== 'deep' && part.kind !== 'folders' && !isInName(characters[at])) break
  }
  return end
}

const isInName = (character: string | undefined): boolean => character !== undefined && character !== '/'
