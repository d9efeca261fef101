import { fieldName } from './contract/field-name.js'
import type { ExplainedFile, Explanation } from './explain.js'
import type { SyncOutcome, Warning } from './report.js'
import { text } from './text.cli.zh.js'

/** So many of each list are printed for people; `--json` has all. */
const LONGEST_LIST = 20

/** The outcome as programs read it, with all that people are shown the first of. */
export const outcomeJson = ({ report, warnings }: SyncOutcome): string => JSON.stringify({ ...report, warnings })

/** What a warning of the whole file or text is about needs no name. */
const WHOLE = new Set(['file', 'original', 'paragraphs'])

/** A warning with what it is about: the label that nobody knows, the field whose value was not taken. */
function sentenceOf({ field, message }: Pick<Warning, 'field' | 'message'>): string {
  return WHOLE.has(field) ? message : text.summary.about(fieldName(field), message)
}

/** The outcome as people read it. */
export function summaryOf({ report, warnings, published }: SyncOutcome, dryRun: boolean): string {
  const { summary } = text
  const lines = [
    summary.totals(report.files, report.records) + (dryRun ? summary.dryRun : ''),
    summary.changes(report.added, report.updated, report.unchanged, report.removed),
    ...list(
      summary.skipped,
      report.skipped.map(({ file, reason }) => summary.line(file, null, reason)),
    ),
    ...list(
      summary.rejected,
      report.rejected.map(({ file, record, reason }) => summary.line(file, record, reason)),
    ),
    ...list(
      summary.warnings,
      warnings.map((warning) => summary.line(warning.file, warning.record, sentenceOf(warning))),
    ),
    ...(dryRun ? [] : [published ? summary.published : summary.nothingNew]),
    summary.time(report.seconds),
  ]
  return lines.join('\n')
}

function list(heading: (count: number) => string, lines: string[]): string[] {
  if (lines.length === 0) return []
  const rest = lines.length - LONGEST_LIST
  return [heading(lines.length), ...lines.slice(0, LONGEST_LIST), ...(rest > 0 ? [text.summary.more(rest)] : [])]
}

/** How files are read, field by field. */
export function explanationsText(files: readonly ExplainedFile[]): string {
  const parts = files.map((one) => (files.length > 1 ? `${one.file}\n` : '') + explanationText(one))
  return parts.join('\n').trimEnd()
}

function explanationText({ records, skipped, rejected, notes }: Explanation): string {
  const lines: string[] = []
  if (skipped !== null) lines.push(text.explain.skipped(skipped))
  for (const record of records) {
    lines.push(text.explain.record(record.position))
    for (const { field, value, from } of record.fields) lines.push(`  ${field}: ${value || '—'}  （${from}）`)
    const unknown = Object.entries(record.unknown)
    if (unknown.length > 0)
      lines.push(`  ${text.explain.unknown}`, ...unknown.map(([label, value]) => `    ${label}: ${value}`))
    lines.push(`  ${text.explain.paragraphs(record.paragraphs)}`)
    if (record.outline.length > 0)
      lines.push(`  ${text.explain.outline}`, ...record.outline.map((line) => `    ${line}`))
    if (record.references.length > 0)
      lines.push(`  ${text.explain.references}`, ...record.references.map((line) => `    ${line}`))
    for (const { reason } of record.rejected) lines.push(`  × ${reason}`)
    for (const warning of record.warnings) lines.push(`  ! ${sentenceOf(warning)}`)
  }
  for (const { record, reason } of rejected) lines.push(text.summary.line('', record, reason))
  for (const { record, message } of notes) lines.push(text.summary.line('', record, message))
  return lines.join('\n')
}
