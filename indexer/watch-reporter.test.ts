import { expect, it } from 'vitest'
import { watchReporter, type WatchEvent } from './watch-reporter.js'

const EVENTS: WatchEvent[] = [
  { watch: 'begins', paths: ['/甲', '/乙'] },
  { watch: 'failed', retry_seconds: 15 },
  { watch: 'ends' },
]

function said(asJson: boolean): string[] {
  let written = ''
  const report = watchReporter({ write: (line: string | Uint8Array) => Boolean((written += String(line))) }, asJson)
  EVENTS.forEach(report)
  return written.trimEnd().split('\n')
}

it('following speaks in sentences, or in JSON, a line each', () => {
  expect(said(false)).toEqual([expect.stringContaining('/甲、/乙'), expect.stringContaining('15 秒后'), '已停止跟随。'])
  expect(said(true).map((line) => JSON.parse(line) as unknown)).toEqual(EVENTS)
})
