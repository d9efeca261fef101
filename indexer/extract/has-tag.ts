/**
 * Whether a text has a tag that begins so. Beginning and end are looked for apart: one expression for both would go to
 * the end of the text from every `<p` on that is never closed.
 */
export function hasTag(content: string, beginning: RegExp): boolean {
  const begin = content.search(beginning)
  return begin >= 0 && content.lastIndexOf('>') > begin
}
