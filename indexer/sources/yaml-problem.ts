import { visit, type Document } from 'yaml'
import { text } from '../text.zh.js'

/** The first thing in a document that is no YAML, in words that say what to do, and its place in the text; or null. */
export function yamlProblem(document: Document.Parsed): { at: number; message: string } | null {
  const [broken] = document.errors
  if (broken) return { at: broken.pos[0], message: text.source.yamlCodes[broken.code] ?? firstLine(broken.message) }
  return nameless(document)
}

/** A pattern that begins with * and is not quoted is an alias in YAML, of a name that nothing has. */
function nameless(document: Document.Parsed): { at: number; message: string } | null {
  const anchors = new Set<string>()
  let found: { at: number; message: string } | null = null
  visit(document, {
    Node(_, node) {
      if ('anchor' in node && node.anchor) anchors.add(node.anchor)
    },
    Alias(_, { source, range }) {
      if (anchors.has(source)) return undefined
      found = { at: range?.[0] ?? 0, message: text.source.unquoted(`*${source}`) }
      return visit.BREAK
    },
  })
  return found
}

const firstLine = (message: string): string => message.split('\n')[0]!
