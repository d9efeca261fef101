/** Text as GB18030, for files as old systems write them; only characters of one or two bytes. */
export function gb18030(text: string): Uint8Array {
  const bytes = [...text].flatMap((character) => {
    const found = character < '\x80' ? [character.charCodeAt(0)] : codes().get(character)
    if (!found) throw new Error(`no two bytes for ${character}`)
    return found
  })
  return Uint8Array.from(bytes)
}

let table: Map<string, number[]> | null = null

/** Node reads GB18030 and does not write it: each pair of bytes is read once. */
function codes(): Map<string, number[]> {
  if (table) return table
  table = new Map()
  const decoder = new TextDecoder('gb18030')
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(first, second))
      if (!table.has(character)) table.set(character, [first, second])
    }
  }
  return table
}
