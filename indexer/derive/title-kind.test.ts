import { describe, expect, it } from 'vitest'
import { endsLikeTitle } from './title-kind.js'

describe('endsLikeTitle', () => {
  it.each(['关于绿化的通知', '青梧区绿化办法（试行）', '关于印发绿化方案的通知', '2021年统计公报'])(
    'says so of %s',
    (words) => expect(endsLikeTitle(words)).toBe(true),
  )
  it.each(['关于印发绿化方案', '青梧区人民政府', '关于加强', ''])('does not say so of %j', (words) =>
    expect(endsLikeTitle(words)).toBe(false),
  )
})
