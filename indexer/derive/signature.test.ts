import { describe, expect, it } from 'vitest'
import { signatureDate } from './signature.js'

describe('signatureDate', () => {
  it('reads a date alone on one of the last lines', () => {
    expect(signatureDate(['正文', '某办公室', '二〇二一年三月二日', '（此件公开发布）'])).toBe('2021-03-02')
    expect(signatureDate(['2021年3月2日', '甲', '乙', '丙', '丁'])).toBeNull()
    expect(signatureDate([])).toBeNull()
  })
})
