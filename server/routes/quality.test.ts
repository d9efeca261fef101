import { describe, expect, it } from 'vitest'
import type { Finding } from '../../indexer/contract/findings.js'
import type { QualityRequest } from '../search/quality.js'
import { memoryArchive } from '../testing/memory-archive.js'
import { serve } from '../testing/site.js'
import { qualityUrl } from '../urls.js'

const FINDING: Finding = {
  ...{ id: '1', kind: 'duplicate_title', key: '同名<文件>', doc: 'a-1', title: '同名<文件>', issuer: '甲局' },
  ...{ file: 'x/a.txt', message: '共 2 篇同名' },
}

function archiveWith(findings: Finding[], total = findings.length) {
  const asked: QualityRequest[] = []
  const archive = memoryArchive([])
  archive.quality = (request) => {
    asked.push(request)
    const counts = total > 0 ? { duplicate_title: total } : {}
    const keys = [
      { key: '同名<文件>', count: total - 1 },
      { key: '另一名', count: 1 },
    ]
    return Promise.resolve({ counts, keys, total, findings: request.kind === null ? [] : findings })
  }
  return { archive, asked }
}

describe('/quality', () => {
  it('shows what kinds there are, with counts', async () => {
    const html = await (await (await serve(archiveWith([FINDING]).archive))('/quality')).text()
    expect(html).toContain('href="/quality?kind&#x3D;duplicate_title"')
    expect(html).toContain('名称重复')
    expect(html).not.toContain('缺少字段')
    // They take less room where one of them was chosen and its entries are what is read.
    expect(html).not.toContain('quality__kinds--short')
    expect(
      await (await (await serve(archiveWith([FINDING]).archive))('/quality?kind=duplicate_title')).text(),
    ).toContain('quality__kinds--short')
  })

  it('takes for the name of a field only what is one', async () => {
    const { archive } = archiveWith([FINDING])
    const list = archive.quality.bind(archive)
    const keys = ['toString', 'constructor', 'issuer'].map((key) => ({ key, count: 1 }))
    archive.quality = async (request) => ({ ...(await list(request))!, keys })
    const html = await (await (await serve(archive))('/quality?kind=duplicate_title')).text()
    expect(html).toContain('toString')
    expect(html).toContain('发布机构')
    expect(html).not.toContain('native code')
  })

  it('lists the entries of a kind, with links, and is kept from search engines', async () => {
    const { archive } = archiveWith([FINDING, { ...FINDING, id: '2', doc: null, title: '第 3 条记录' }], 120)
    const response = await (await serve(archive))('/quality?kind=duplicate_title&page=2')
    const html = await response.text()
    expect(response.headers.get('x-robots-tag')).toBe('noindex')
    expect(html).toContain('<a href="/d/a-1">同名&lt;文件&gt;</a>')
    expect(html).toContain('<p class="quality__title">第 3 条记录</p>')
    expect(html).toContain('共 2 篇同名')
    expect(html.match(/quality__entry--first"/g)).toHaveLength(1)
    // Its title names the group already.
    expect(html).not.toContain('class="quality__group"')
    expect(html).toContain('第 2 页，共 3 页')
  })

  it('begins a group with the entry that it is called by', async () => {
    const entry = (key: string, title: string): Finding => ({ ...FINDING, id: title, key, title, doc: title })
    const { archive } = archiveWith([entry('甲', '甲二'), entry('甲', '甲'), entry('乙', '乙二'), entry('乙', '乙')])
    const html = await (await (await serve(archive))('/quality?kind=duplicate_title')).text()
    const titles = [...html.matchAll(/quality__title"><a [^>]*>([^<]*)/g)].map(([, title]) => title)
    expect(titles).toEqual(['甲', '甲二', '乙', '乙二'])
    expect(html).not.toContain('class="quality__group"')
  })

  it('says what would be right where the address cannot be', async () => {
    const get = await serve(archiveWith([]).archive)
    expect((await get('/quality?kind=nonsense')).status).toBe(400)
    expect((await get('/quality?kind=missing&page=0')).status).toBe(400)
  })

  it('says so where there is nothing, or no report', async () => {
    expect(await (await (await serve(archiveWith([]).archive))('/quality')).text()).toContain('没有发现需要核对的问题')
    expect(await (await (await serve(memoryArchive([])))('/quality')).text()).toContain('还没有质量报告')
  })

  it('understands the addresses that it prints', async () => {
    const request: QualityRequest = { kind: 'unknown_label', key: '栏 目&名', page: 3 }
    const { archive, asked } = archiveWith([])
    await (
      await serve(archive)
    )(qualityUrl(request))
    await (
      await serve(archive)
    )(qualityUrl())
    await (
      await serve(archive)
    )('/quality?kind=missing&page=2&kind=merged&page=3')
    expect(asked).toEqual([
      request,
      { kind: null, key: null, page: 1 },
      // Of a name given twice the last one counts, as it does in a search.
      { kind: 'merged', key: null, page: 3 },
    ])
  })
})
