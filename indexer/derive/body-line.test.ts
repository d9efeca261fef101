import { describe, expect, it } from 'vitest'
import { isBodyLine } from './body-line.js'

describe('isBodyLine', () => {
  it.each(['青梧区人民政府', '青梧区民政局　青梧区财政局', '中共青梧区委', '国务院'])('knows %s', (line) =>
    expect(isBodyLine(line)).toBe(true),
  )
  it.each(['关于成立民政局', '2021年民政局', '青梧区', '林雨晴', '提交区人民政府的报告', ''])(
    'does not know %j',
    (line) => expect(isBodyLine(line)).toBe(false),
  )
})
