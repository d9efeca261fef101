import type { DocumentContent } from '../contract/document.js'
import { FINDING_KINDS, type Finding, type FindingKind } from '../contract/findings.js'
import { breathing } from '../breathe.js'
import { fieldName } from '../contract/field-name.js'
import { text } from '../text.quality.zh.js'
import { append } from './append.js'
import { QualityCollector } from './findings.js'
import type { Besides } from '../holding.js'
import { appendAll } from '../append-all.js'

/** `--quality --json` prints it as it is. */
export interface QualityReport {
  documents: number
  counts: Record<FindingKind, number>
  findings: Finding[]
}

/**
 * What the report is made from: documents one after the other, each of them once more when it is asked for, and what
 * became of records that are none.
 */
export interface QualityInput extends Partial<Besides> {
  documents: Iterable<DocumentContent>
  known: (id: string) => DocumentContent | undefined
}

export async function qualityReport({ documents, known, ...besides }: QualityInput): Promise<QualityReport> {
  const collector = new QualityCollector(known)
  const findings: Finding[] = []
  const breathe = breathing()
  let count = 0
  for (const document of documents) {
    await breathe()
    appendAll(findings, collector.add(document))
    count++
  }
  appendAll(findings, collector.together())
  appendAll(findings, collector.besides(besides))
  const counts = Object.fromEntries(FINDING_KINDS.map((kind) => [kind, 0])) as QualityReport['counts']
  for (const { kind } of findings) counts[kind]++
  return { documents: count, counts, findings }
}

/** So many keys of a kind, and entries of a key, are printed for people. */
const SHOWN_KEYS = 8
const SHOWN_ENTRIES = 3

/** The report as people read it: counts by kind and by what it is about, with some entries of each. */
export function qualityText({ documents, counts, findings }: QualityReport): string {
  const lines = [text.report.heading(documents)]
  for (const kind of FINDING_KINDS) {
    if (counts[kind] === 0) continue
    lines.push(text.report.kind(text.kinds[kind], counts[kind]))
    const byKey = new Map<string, QualityReport['findings']>()
    for (const finding of findings) if (finding.kind === kind) append(byKey, finding.key, finding)
    const keys = [...byKey].sort(([, one], [, other]) => other.length - one.length)
    let rest = 0
    for (const [index, [key, entries]] of keys.entries()) {
      const shown = index < SHOWN_KEYS ? entries.slice(0, SHOWN_ENTRIES) : []
      if (shown.length > 0) lines.push(text.report.key(fieldName(key), entries.length))
      for (const { title, file, message } of shown) lines.push(text.report.entry(title, file, message))
      rest += entries.length - shown.length
    }
    if (rest > 0) lines.push(text.report.more(rest))
  }
  return lines.length > 1 ? lines.join('\n') : `${lines[0]}\n${text.report.none}`
}
