import { documentContent } from './contract/document.js'
import type { ExtractedRecord, Rejection, UnnumberedDocument } from './record.js'
import { text } from './text.zh.js'

const unnumbered = documentContent.omit({ id: true })
const RESTRICTED = /^(依申请公开|不予公开|不公开)$/

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
    return [
      { record: position, field, reason: text.rejected.invalid(text.fields[field] ?? field, issue.message, advice) },
    ]
  })
}

/** The words by which a record says, under whatever label, that it is not for the public; else null. */
export function restriction(record: ExtractedRecord): string | null {
  const values = [...(record.fields.visibility ?? []), ...Object.values(record.unknown)]
  return values.map((value) => value.replace(/\s/g, '')).find((value) => RESTRICTED.test(value)) ?? null
}
