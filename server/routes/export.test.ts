import { describe, expect, it } from 'vitest'
import { ArchiveChangedError } from '../errors.js'
import { deadArchive, memoryArchive, sampleDocument } from '../testing/memory-archive.js'
import { serve } from '../testing/site.js'

const HEADINGS = '\ufeff名称,发布机构,文号,索引号,主题分类,成文日期,发布日期,有效性,网址\r\n'

const textOf = async (response: Response): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())

describe('/search.csv', () => {
  it('gives the documents of a search as a table that spreadsheets open', async () => {
    const archive = memoryArchive([
      sampleDocument(),
      sampleDocument({
        id: 'd2',
        title: '关于“三公”经费,及其他',
        topics: ['甲/乙', '丙'],
        doc_number: '青政〔2021〕5号',
        published: null,
      }),
    ])
    const response = await (
      await serve(archive, 'https://archive.example')
    )('/search.csv?sort=newest&page=7&per_page=1')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''.+\.csv$/)
    expect(response.headers.get('x-robots-tag')).toBe('noindex')
    expect(await textOf(response)).toBe(
      HEADINGS +
        '在招商引资工作会议上的讲话,党政办公室,,675490773/2021-00278,综合政务/其他,2021-08-24,2021-08-24,有效,https://archive.example/d/675490773-2021-00278\r\n' +
        '"关于“三公”经费,及其他",党政办公室,青政〔2021〕5号,675490773/2021-00278,甲/乙；丙,2021-08-24,,有效,https://archive.example/d/d2\r\n',
    )
    expect(archive.lastSearch).toMatchObject({ sort: 'newest' })
  })

  it('has nothing in it that a spreadsheet would calculate', async () => {
    const site = await serve(memoryArchive([sampleDocument({ title: '=HYPERLINK("https://elsewhere.example")' })]))
    expect(await textOf(await site('/search.csv'))).toContain(`"'=HYPERLINK(`)
  })

  it('gives its headings where nothing is found', async () => {
    expect(await textOf(await (await serve(memoryArchive([])))('/search.csv?q=x'))).toBe(HEADINGS)
  })

  it('says what is wrong with a value, or with the engine', async () => {
    expect((await (await serve(memoryArchive([])))('/search.csv?from=yesterday')).status).toBe(400)
    const response = await (await serve(deadArchive()))('/search.csv')
    expect(response.status).toBe(503)
    expect(response.headers.get('content-disposition')).toBeNull()
    expect(response.headers.get('content-type')).toContain('text/html')
  })

  it('breaks off where the archive changes meanwhile, rather than mix two states of it', async () => {
    const archive = memoryArchive([])
    const [hit] = (
      await memoryArchive([sampleDocument()])
        .listing({ q: '' } as never)
        .next()
    ).value as never[]
    archive.listing = async function* () {
      yield await Promise.resolve([hit!])
      throw new ArchiveChangedError()
    }
    const site = await serve(archive)
    await expect(site('/search.csv').then(textOf)).rejects.toThrow()
  })
})
