import { connect } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectNoStackTrace } from '../support/expect-sentence.js'
import { removeFolder, temporaryFolder } from '../support/folder.js'
import { startSite, type RunningSite } from '../support/site.js'

let home: string
let site: RunningSite

beforeAll(async () => {
  home = await temporaryFolder()
  site = await startSite([], { DATA_DIR: path.join(home, 'data') })
})

afterAll(async () => {
  await site.stop()
  await removeFolder(home)
})

const LONG = '关于进一步优化营商环境的若干措施'.repeat(625)

/** Addresses that people and programs send, and the status that each must get from `/search` and `/api/search`. */
const SEARCHES: [name: string, query: Record<string, string>, status: number][] = [
  ['10,000 characters', { q: LONG }, 200],
  ['10,000 different terms', { q: Array.from({ length: 2_000 }, (_, n) => `词${n}`).join(' ') }, 200],
  ['10,000 characters as one exact string', { q: LONG, mode: 'exact' }, 200],
  ['10,000 quotation marks', { q: '"'.repeat(10_000) }, 200],
  ['10,000 exclusions', { q: '-电梯 '.repeat(2_000) }, 200],
  ['nothing but OR', { q: 'OR OR OR' }, 200],
  ['nothing but punctuation', { q: '，。！？' }, 200],
  ['an unbalanced quotation mark', { q: '"电梯' }, 200],
  ['the engine’s own filter language', { q: 'id = "x" OR 1=1', issuer: '"] OR id EXISTS OR issuer IN ["' }, 200],
  ['back slashes', { q: '\\"', issuer: 'a\\', topic: '\\\\' }, 200],
  ['control characters', { q: '电\u0000梯\u0007\u001b' }, 200],
  ['half a surrogate pair', { q: '%ED%A0%80' }, 200],
  ['a character outside the BMP', { q: '𠮷' }, 200],
  ['mark-up', { q: '<script>alert(1)</script>' }, 200],
  ['one character', { q: '的' }, 200],
  ['the last page there can be', { q: '电梯', page: '1000000' }, 200],
  ['a page past the last', { page: '99' }, 200],
  ['a filter that leaves nothing', { issuer: '没有这个机构', year: '1949' }, 200],
  ['names that are unknown', { q: '电梯', utm_source: 'x', '': 'y' }, 200],
  ['page -1', { page: '-1' }, 400],
  ['page 0', { page: '0' }, 400],
  ['page 1.5', { page: '1.5' }, 400],
  ['page 1e9', { page: '1e9' }, 400],
  ['a page beyond all numbers', { page: '9'.repeat(30) }, 400],
  ['101 a page', { per_page: '101' }, 400],
  ['from yesterday', { from: '昨天' }, 400],
  ['the thirtieth of February', { to: '2021-02-30' }, 400],
  ['an end before its beginning', { from: '2022', to: '2021' }, 400],
  ['an unknown order', { sort: 'best' }, 400],
  ['an unknown mode', { mode: 'fuzzy' }, 400],
  ['an unknown scope', { scope: 'everything' }, 400],
  ['an unknown validity', { validity: '过期' }, 400],
  ['a year of three digits', { year: '202' }, 400],
]

describe('a search for', () => {
  it.each(SEARCHES)('%s is answered', async (_, query, status) => {
    const address = new URLSearchParams(query).toString()
    const page = await site.get(`/search?${address}`)
    const html = await page.text()
    expect(page.status).toBe(status)
    expectNoStackTrace(html)
    const api = await site.get(`/api/search?${address}`)
    const body = (await api.json()) as { total?: number; error?: { code: string; message: string } }
    expect(api.status).toBe(status)
    if (status === 200) return expect(body.total).toBeGreaterThanOrEqual(0)
    const [[name, value]] = Object.entries(query) as [[string, string]]
    expect(body.error?.code).toBe('invalid_parameter')
    // Which value it is, and in words what would be right.
    if (!query['to']?.startsWith('2021') || name === 'to') expect(body.error?.message).toContain(value.slice(0, 20))
    expect(body.error?.message).toMatch(/\p{Script=Han}.*。$/u)
    expectNoStackTrace(body.error?.message ?? '')
  })

  it('10,000 characters says how much of them was used', async () => {
    const html = await (await site.get(`/search?${new URLSearchParams({ q: LONG }).toString()}`)).text()
    expect(html).toMatch(/检索内容过长，只使用了前 [\d,]+ 个字/)
  })
})

describe('an address', () => {
  it.each<[path: string, status: number]>([
    ['/d/没有', 404],
    ['/d/%00', 404],
    ['/d/..%2f..%2fpackage.json', 404],
    [`/d/${'9'.repeat(5_000)}`, 404],
    ['/d/%22%20OR%20id%20EXISTS', 404],
    ['/d/%E0%A4%A', 400],
    ['/api/documents/%22', 404],
    ['/api/nothing', 404],
    ['/w/国发/2099/1', 404],
    ['/w/国发/99/1', 400],
    ['/w/%22/2021/5', 400],
    ['/nothing', 404],
  ])('%s is answered with %i', async (address, status) => {
    const response = await site.get(/%/.test(address) ? address : encodeURI(address))
    expect(response.status).toBe(status)
    expectNoStackTrace(await response.text())
  })

  it('longer than any browser sends is refused, and the site goes on', async () => {
    const answer = await rawRequest(`GET /search?q=${'a'.repeat(400_000)} HTTP/1.1\r\nHost: x\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 431 /)
    expect(answer).toContain('地址过长')
    expect((await site.get('/health')).status).toBe(200)
  })

  it('with characters that are not encoded gets a sentence', async () => {
    const answer = await rawRequest('GET /search?q=电梯 HTTP/1.1\r\nHost: x\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toContain('百分号编码')
  })
})

/** What a client sends that writes its own HTTP. */
function rawRequest(text: string): Promise<string> {
  const { hostname, port } = new URL(site.url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text))
    let answer = ''
    socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk))
    socket.on('close', () => resolve(answer)).on('error', (error) => (answer ? resolve(answer) : reject(error)))
  })
}
