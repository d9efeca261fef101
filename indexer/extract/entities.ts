/** How far into a file declarations of entities are looked for. */
const HEAD = 65_536

/**
 * True where XML declares entities made of entities, as in an attack that makes gigabytes of a few lines. None of our
 * readers expands them; a file that has them is no record anyway.
 */
export function hasNestedEntities(xml: string): boolean {
  const head = xml.slice(0, HEAD)
  return /<!ENTITY\s+(%\s+)?[^\s>]+\s+(["'])[^"']*[&%][A-Za-z_][\w.-]*;/i.test(head)
}

/** True where XML has a document type at all: parts of Office documents must not. */
export const hasDocumentType = (xml: string): boolean => /<!(DOCTYPE|ENTITY)\b/i.test(xml.slice(0, HEAD))
