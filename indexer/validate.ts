import { documentContent } from './contract/document.js'
import { fieldName } from './contract/field-name.js'
import type { Rejection, UnnumberedDocument } from './record.js'
import { text } from './text.zh.js'

const unnumbered = documentContent.omit({ id: true })

/** What the schema has against a document: one rejection a field, each with what to do; none where it is in order. */
export function validateDocument(document: UnnumberedDocument, position: number | null): Omit<Rejection, 'file'>[] {
  const checked = unnumbered.safeParse(document)
  if (checked.success) return []
  const seen = new Set<string>()
  return checked.error.issues.flatMap((issue) => {
    const field = String(issue.path[0])
    if (seen.has(field)) return []
    seen.add(field)
    const advice = field === 'title' || field === 'paragraphs' ? text.advice[field] : text.advice.other
    return [{ record: position, field, reason: text.rejected.invalid(fieldName(field), issue.message, advice) }]
  })
}
