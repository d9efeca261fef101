import { describe, expect, it } from 'vitest'
import { engineOptions, EnvironmentError, largestOriginal } from './environment.js'

describe('engineOptions', () => {
  it.each(['garbage', 'ftp://a', 'http://', 'http://a b', 'http://127.0.0.1:99999', 'http://[::1'])(
    'refuses MEILI_URL=%s with what would be right',
    (url) => {
      expect(() => engineOptions({ MEILI_URL: url })).toThrow(EnvironmentError)
      expect(() => engineOptions({ MEILI_URL: url })).toThrow(`“${url}”`)
    },
  )

  it('takes an address, without a slash at its end', () => {
    expect(engineOptions({ MEILI_URL: ' http://127.0.0.1:7700/ ' }).url).toBe('http://127.0.0.1:7700')
    expect(engineOptions({ MEILI_URL: '' }).url).toBeNull()
  })
})

describe('largestOriginal', () => {
  it.each(['abc', '-1', '1.5', '1e3', '10 MB', '99999999'])('refuses ORIGINALS_MAX_MB=%s', (value) => {
    expect(() => largestOriginal({ ORIGINALS_MAX_MB: value })).toThrow(`“${value}”`)
  })
})
