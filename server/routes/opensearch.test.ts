import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import { memoryArchive } from '../testing/memory-archive.js'
import { htmlOf, serve } from '../testing/site.js'

describe('/opensearch.xml', () => {
  it('tells browsers where to search, by absolute addresses, and every page tells of it', async () => {
    const get = await serve(memoryArchive([]), 'https://archive.example')
    const response = await get('/opensearch.xml')
    expect(response.headers.get('content-type')).toMatch(/^application\/opensearchdescription\+xml/)
    const $ = load(await response.text(), { xml: true })
    expect($('ShortName').text()).toBe('政言')
    expect($('Url[type="text/html"]').attr('template')).toBe('https://archive.example/search?q={searchTerms}')
    const page = load(await htmlOf(get('/help')))
    expect(page('link[rel=search]').attr('href')).toBe('/opensearch.xml')
  })
})
