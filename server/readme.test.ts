import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseConfig } from './config.js'

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
const readme = read('README.md')
const namesIn = (file: string, pattern: RegExp): string[] => [
  ...new Set([...read(file).matchAll(pattern)].map(([, name]) => name!)),
]

/** The cells of the README's table row whose first cell is this, without the marks of code. */
function rowOf(name: string): string[] | null {
  const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\` `))
  return row?.split(' | ').map((cell) => cell.replace(/[|`]/g, '').trim()) ?? null
}

describe('README.md', () => {
  const variables = [
    ...namesIn('server/config.ts', /env, '([A-Z_]+)'/g),
    ...namesIn('indexer/contract/environment.ts', /env\['([A-Z_]+)'\]/g),
  ]

  it('is checked against all variables', () => {
    expect(variables).toEqual(expect.arrayContaining(['PORT', 'LOG_LEVEL', 'SITE_URL', 'MEILI_MASTER_KEY']))
  })

  it.each([...new Set(variables)])('tells of the variable %s', (name) => {
    expect(rowOf(name)).toHaveLength(3)
  })

  it('gives the defaults as they are', () => {
    const { port, host, logLevel, meiliUrl, meiliSearchKey, siteUrl } = parseConfig({})
    expect(rowOf('PORT')?.[1]).toBe(String(port))
    expect(rowOf('HOST')?.[1]).toBe(host)
    expect(rowOf('LOG_LEVEL')?.[1]).toBe(logLevel)
    expect([meiliUrl, meiliSearchKey, siteUrl]).toEqual([null, null, null])
    for (const name of ['MEILI_URL', 'MEILI_SEARCH_KEY', 'SITE_URL']) expect(rowOf(name)?.[1]).toMatch(/^none/)
  })

  it.each(namesIn('server/app.ts', /app\.get\('([^']+)'/g))('tells of the page %s', (path) => {
    expect(rowOf(path.replaceAll(/:(\w+)/g, '{$1}'))).toHaveLength(2)
  })

  it.each(namesIn('indexer/text.cli.zh.ts', /^ {2}(--[a-z-]+)/gm))('tells of the option %s', (option) => {
    expect(readme).toMatch(new RegExp(`^\\| \`${option}( FILE)?\` `, 'm'))
  })

  it.each(namesIn('package.json', /^ {4}"([a-z:0-9]+)": "(?:node|tsc|eslint|prettier|vitest|playwright) /gm))(
    'tells of the script %s',
    (script) => expect(readme).toMatch(new RegExp(`\`(npm (run )?)?${script}[\` ]`)),
  )

  it.each([...readme.matchAll(/\]\((?!http)([^)#]+)/g)].map(([, link]) => link!))(
    'links to %s, which is there',
    (link) => {
      expect(() => readFileSync(new URL(`../${link}`, import.meta.url))).not.toThrow()
    },
  )
})
