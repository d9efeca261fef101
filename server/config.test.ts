import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, parseConfig } from './config.js'

describe('parseConfig', () => {
  it('has a default for everything', () => {
    expect(parseConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: resolve('data'),
      meiliUrl: null,
      meiliSearchKey: null,
      siteUrl: null,
      logLevel: 'info',
    })
  })

  it('takes what is set, and an empty value as not set', () => {
    const config = parseConfig({ PORT: '0', MEILI_URL: 'http://engine:7700/', SITE_URL: 'https://x.gov.cn/', HOST: '' })
    expect(config).toMatchObject({
      port: 0,
      meiliUrl: 'http://engine:7700',
      siteUrl: 'https://x.gov.cn',
      host: '127.0.0.1',
    })
  })

  it.each([
    ['PORT', '八千', '0 到 65535'],
    ['PORT', '65536', '0 到 65535'],
    ['PORT', '-1', '0 到 65535'],
    ['HOST', 'not a host', '127.0.0.1'],
    ['MEILI_URL', 'localhost:7700', 'http://'],
    ['MEILI_URL', 'ftp://127.0.0.1:7700', 'http://'],
    ['SITE_URL', 'archive.example', 'https://'],
    ['SITE_URL', 'https://x.gov.cn/archive', '不带路径'],
    ['LOG_LEVEL', 'loud', 'debug'],
  ])('says what would be right instead of %s=%s', (name, value, right) => {
    const parse = () => parseConfig({ [name]: value })
    expect(parse).toThrow(ConfigError)
    expect(parse).toThrow(new RegExp(`${name}.*${value}.*${right}`))
  })
})
