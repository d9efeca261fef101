import { describe, expect, it } from 'vitest'
import { deadArchive, memoryArchive, sampleDocument } from '../testing/memory-archive.js'
import { serve } from '../testing/site.js'

const q = encodeURIComponent('招商引资')

describe('/api/search', () => {
  it('gives hits, marks and facets', async () => {
    const response = await (await serve(memoryArchive([sampleDocument()])))(`/api/search?q=${q}&year=2021`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(await response.json()).toEqual({
      query: '招商引资',
      total: 1,
      page: 1,
      per_page: 10,
      sort: 'relevance',
      took_ms: 1,
      whole: null,
      occurrences: null,
      undated: 0,
      notices: [],
      hits: [
        {
          id: '675490773-2021-00278',
          url: '/d/675490773-2021-00278',
          title: '在招商引资工作会议上的讲话',
          title_marks: [[1, 5]],
          issuer: '党政办公室',
          doc_number: null,
          index_number: '675490773/2021-00278',
          written: '2021-08-24',
          published: '2021-08-24',
          validity: '有效',
          topics: ['综合政务/其他'],
          snippets: [
            { paragraph: 4, text: '一、抓好招商引资', marks: [[4, 8]] },
            {
              paragraph: 5,
              text: '招商引资是头等大事。招商引资要抓实。',
              marks: [
                [0, 4],
                [10, 14],
              ],
            },
          ],
        },
      ],
      facets: {
        issuer: [{ value: '党政办公室', count: 1, selected: false }],
        topic: [
          { value: '综合政务', count: 1, selected: false },
          { value: '综合政务/其他', count: 1, selected: false },
        ],
        year: [{ value: '2021', count: 1, selected: true }],
        validity: [{ value: '有效', count: 1, selected: false }],
      },
    })
  })

  it('says how many a condition on the date leaves out for want of one', async () => {
    const archive = memoryArchive([sampleDocument()])
    const dated = { ...archive, total: ({ from }: { from: string | null }) => Promise.resolve(from === null ? 9 : 5) }
    const response = await (await serve(dated))('/api/search?to=2021')
    expect(await response.json()).toMatchObject({ undated: 4 })
  })

  it('names the order that a search without a query comes in', async () => {
    const get = await serve(memoryArchive([sampleDocument()]))
    expect(await (await get('/api/search')).json()).toMatchObject({ query: '', sort: 'newest' })
  })

  it('answers a bad value with 400 and says what would be right', async () => {
    const response = await (await serve(memoryArchive([])))('/api/search?page=-1&sort=foo')
    expect(response.status).toBe(400)
    const body = (await response.json()) as { error: { code: string; message: string } }
    expect(Object.keys(body)).toEqual(['error'])
    expect(body.error.code).toBe('invalid_parameter')
    expect(body.error.message).toMatch(/sort.*“foo”.*newest.*page.*“-1”/)
  })
})

describe('/api/documents/{id}', () => {
  it('gives the whole record', async () => {
    const document = sampleDocument({ url: 'https://www.example.gov.cn/1.html' })
    const response = await (await serve(memoryArchive([document])))(`/api/documents/${document.id}`)
    const { file, ...rest } = document
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      ...Object.fromEntries(Object.entries(rest).filter(([name]) => name !== 'notes' && name !== 'signature')),
      url: `/d/${document.id}`,
      source: { file, url: 'https://www.example.gov.cn/1.html' },
    })
  })

  it('answers 404 for what it does not hold', async () => {
    const response = await (await serve(memoryArchive([])))('/api/documents/x')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ error: { code: 'document_not_found' } })
  })
})

describe('errors under /api', () => {
  it('are JSON, for unknown addresses and an engine that does not answer too', async () => {
    const get = await serve(deadArchive())
    const missing = await get('/api/nothing')
    expect(missing.status).toBe(404)
    expect(await missing.json()).toMatchObject({ error: { code: 'not_found' } })
    const down = await get('/api/search?q=a')
    expect(down.status).toBe(503)
    expect(await down.json()).toEqual({ error: { code: 'engine_unavailable', message: expect.any(String) as string } })
  })
})

describe('/health', () => {
  it('is 200 when pages can be served and 503 when not', async () => {
    const well = await (await serve(memoryArchive([sampleDocument()])))('/health')
    expect(well.status).toBe(200)
    expect(await well.json()).toEqual({ status: 'ok', documents: 1, indexing: false })
    const ill = await (await serve(deadArchive()))('/health')
    expect(ill.status).toBe(503)
    expect(await ill.json()).toEqual({ status: 'down', documents: 0, indexing: false })
  })
})
