import { describe, expect, it } from 'vitest'
import { deadArchive, memoryArchive, sampleDocument } from '../testing/memory-archive.js'
import { serve } from '../testing/site.js'

describe('/suggest', () => {
  it('gives completions with their addresses, to be kept for a while', async () => {
    const get = await serve(memoryArchive([sampleDocument()]))
    const response = await get(`/suggest?q=${encodeURIComponent('招商')}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('private, max-age=60')
    const text = '在招商引资工作会议上的讲话'
    expect(await response.json()).toEqual({
      query: '招商',
      suggestions: [{ text, kind: 'title', label: '标题', url: `/search?q=${encodeURIComponent(text)}` }],
    })
  })

  it('takes no query for one that nothing completes, and says when the engine is away', async () => {
    const get = await serve(memoryArchive([]))
    expect(await (await get('/suggest')).json()).toEqual({ query: '', suggestions: [] })
    const away = await (await serve(deadArchive()))('/suggest?q=a')
    expect(away.status).toBe(503)
    expect(await away.json()).toMatchObject({ error: { code: 'engine_unavailable' } })
  })
})
