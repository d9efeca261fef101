import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { progressJson, progressLine, progressReporter } from './progress.js'
import type { Progress } from './sync-options.js'

const reading: Progress = { stage: 'reading', files: 2, totalFiles: 8, records: 300, rejected: 0, share: 0.25 }

describe('progressLine', () => {
  it('says how many files and records, how fast, and how long still by the bytes that are left', () => {
    expect(progressLine(reading, 10)).toBe('读取 2/8 个文件，已收录 300 篇，每秒 30 篇，约剩 30 秒')
    expect(progressLine({ ...reading, rejected: 4 }, 10)).toContain('4 条未收录')
  })

  it('does not guess from next to nothing', () => {
    expect(progressLine({ ...reading, share: 0.01 }, 10)).not.toContain('约剩')
    expect(progressLine(reading, 1)).not.toContain('约剩')
  })
})

describe('progressReporter', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function reporter(isTTY: boolean, asJson = false) {
    const written: string[] = []
    const write = (text: string): boolean => written.push(text) > 0
    return { written, ...progressReporter({ isTTY, write } as unknown as NodeJS.WriteStream, asJson) }
  }

  it('writes a line every few seconds where there is no terminal, also while nothing is reported', () => {
    const { written, report, end } = reporter(false)
    for (let step = 0; step < 100; step++) {
      report(reading)
      vi.advanceTimersByTime(100)
    }
    expect(written).toHaveLength(2)
    report({ ...reading, stage: 'publishing' })
    vi.advanceTimersByTime(20_000)
    expect(written.length).toBeGreaterThanOrEqual(5)
    expect(written.at(-1)).toContain('正在核对并发布')
    end()
    vi.advanceTimersByTime(20_000)
    expect(written.length).toBeLessThanOrEqual(6)
  })

  it('renews one line on a terminal, and leaves none behind', () => {
    const { written, report, end } = reporter(true)
    report(reading)
    report({ ...reading, stage: 'publishing' })
    end()
    expect(written.every((text) => text.startsWith('\r\u001b[K'))).toBe(true)
    expect(written.at(-1)).toBe('\r\u001b[K')
  })

  it('writes whole lines for programs, on a terminal as well', () => {
    const { written, report, end } = reporter(true, true)
    for (let step = 0; step < 150; step++) {
      report(reading)
      vi.advanceTimersByTime(100)
    }
    end()
    expect(written.length).toBeGreaterThanOrEqual(2)
    for (const line of written) expect(JSON.parse(line)).toMatchObject({ stage: 'reading', total_files: 8 })
  })
})

describe('progressJson', () => {
  it('tells what the line for people tells', () => {
    expect(JSON.parse(progressJson(reading, 10))).toEqual({
      stage: 'reading',
      files: 2,
      total_files: 8,
      records: 300,
      rejected: 0,
      records_per_second: 30,
      seconds: 10,
      seconds_left: 30,
    })
    expect(JSON.parse(progressJson({ ...reading, stage: 'publishing' }, 10))).toMatchObject({ seconds_left: null })
  })
})
