import type { Element } from '../html-node.js'
import { attribute, elementsBelow, nameOf, replaceBelow } from './xml.js'

/** Pictures, which are not read, and comments, which are no text. */
const UNREAD = new Set(['blip', 'imagedata', 'commentReference'])
const NOTES = new Set(['footnoteReference', 'endnoteReference'])

/**
 * Takes out of a part what may point to something that the file does not hold: pictures that are linked or lost, where
 * links lead, notes that are missing. Word shows the text all the same; the library that reads it gives the document up.
 */
export function leaveLoose(root: Element, notes: ReadonlySet<string>): void {
  for (const element of elementsBelow(root))
    if (nameOf(element) === 'hyperlink')
      for (const key of Object.keys(element.attribs)) if (/:id$/.test(key)) delete element.attribs[key]
  replaceBelow(root, (element) => {
    const name = nameOf(element)
    if (UNREAD.has(name)) return []
    return NOTES.has(name) && !notes.has(noteKey(name, attribute(element, 'id'))) ? [] : [element]
  })
}

/** What the notes of a part are known by to who refers to them. */
export function* notesIn(root: Element): Generator<string> {
  for (const element of elementsBelow(root))
    if (/^(?:foot|end)note$/.test(nameOf(element)))
      yield noteKey(`${nameOf(element)}Reference`, attribute(element, 'id'))
}

const noteKey = (name: string, id: string | null): string => `${name} ${id}`
