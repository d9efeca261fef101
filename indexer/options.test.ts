import { describe, expect, it } from 'vitest'
import { OptionsError, parseOptions, refuseArguments } from './options.js'

describe('parseOptions', () => {
  it('refuses two commands in one, and names them', () => {
    expect(() => parseOptions(['--quality', '--propose-words'])).toThrow(OptionsError)
    expect(() => parseOptions(['--watch', 'records', '--explain', 'a.txt'])).toThrow('--watch、--explain')
  })

  it('takes a path with options for it', () => {
    const { values, positionals } = parseOptions(['records', '--json', '--rebuild', '--source', 'a.yml'])
    expect(positionals).toEqual(['records'])
    expect(values).toMatchObject({ json: true, rebuild: true, source: ['a.yml'], watch: false })
  })
})

it('refuseArguments names what a command does not take', () => {
  expect(() => refuseArguments([])).not.toThrow()
  expect(() => refuseArguments(['--help', 'x'])).toThrow('“--help”')
})
