import { describe, expect, it } from 'vitest'
import { outcomeJson, summaryOf } from './print.js'
import type { SyncOutcome, Warning } from './report.js'

const outcomeOf = (warnings: Warning[]): SyncOutcome => ({
  report: {
    ...{ files: 1, records: 1, added: 1, updated: 0, unchanged: 0, removed: 0, seconds: 1 },
    ...{ skipped: [], rejected: [] },
  },
  warnings,
  ...{ rejectedFiles: 0, published: true },
})
const warning = (field: string, message = '未收入'): Warning => ({ file: 'a.html', record: 3, field, message })

describe('what people are told of warnings', () => {
  const lines = (field: string): string => summaryOf(outcomeOf([warning(field)]), false)

  it('names the label that no field stands for', () =>
    expect(lines('来源')).toContain('a.html 第 3 条：“来源”：未收入'))
  it('names a label that objects have a method for', () =>
    expect(lines('constructor')).toContain('“constructor”：未收入'))
  it('names the field in Chinese', () => expect(lines('written')).toContain('“成文日期”：未收入'))
  it('names nothing where it is about the whole file', () => expect(lines('file')).toContain('a.html 第 3 条：未收入'))
})

it('tells programs all of what people are told the first twenty of', () => {
  const warnings = Array.from({ length: 30 }, (_, at) => warning(`标签${at}`))
  expect(summaryOf(outcomeOf(warnings), false)).toContain('另有 10 条，用 --json 可看到全部')
  expect(JSON.parse(outcomeJson(outcomeOf(warnings)))).toMatchObject({ files: 1, rejected: [], warnings })
})
