import { describe, expect, it } from 'vitest'
import { extractFile } from './extract/index.js'
import { isUnpublished } from './publication-state.js'
import { restriction } from './visibility.js'

describe('isUnpublished', () => {
  it.each([
    ['isDeleted', '1'],
    ['is_deleted', 'true'],
    ['delFlag', '2'],
    ['deleted_at', '2020-03-05 10:00:00'],
    ['draft', 'true'],
    ['是否删除', '是'],
    ['已发布', '否'],
    ['isPublished', '0'],
    ['published', 'false'],
    ['状态', '草稿'],
    ['稿件状态', '待审核'],
    ['审核状态', '审核不通过'],
    ['发布状态', '已撤稿'],
    ['post_status', 'auto-draft'],
    ['status', 'Trash'],
    ['status', '-2'],
    ['checked', '0'],
    ['is_show', '0'],
    ['isAudited', 'false'],
    ['是否审核', '否'],
    ['是否审核通过', '否'],
  ])('is what says %s: %s', (label, value) => expect(isUnpublished(label, value)).toBe(true))

  it.each([
    ['isDeleted', '0'],
    ['delFlag', '0'],
    ['deleted_at', '0000-00-00 00:00:00'],
    ['draft', 'false'],
    ['是否删除', '否'],
    ['isPublished', '1'],
    ['published', '2020-03-05'],
    ['published', '0'],
    ['状态', '现行有效'],
    ['稿件状态', '已发布'],
    ['status', 'publish'],
    ['status', '1'],
    ['时效性', '失效'],
    ['标题', '草稿'],
    ['信件状态', '已退回'],
    ['checked', '1'],
    ['是否审核', '是'],
    ['isShow', '1'],
  ])('is not what says %s: %s', (label, value) => expect(isUnpublished(label, value)).toBe(false))

  it('leaves a label alone of which the source says what it is', () => {
    expect(isUnpublished('status', 'pending', new Map([['status', 'ignored']]))).toBe(false)
  })
})

it('keeps drafts and what was thrown away out of the records of an export', async () => {
  const body = '各镇要明确专人负责，严格执行基本建设程序。'
  const list = [
    { title: '关于供水工程的通知', body, isDeleted: 0, status: 1 },
    { title: '关于供水工程的通知', body, isDeleted: 1 },
    { title: '关于供水工程的通知', body, status: '草稿' },
  ]
  const { records } = await extractFile('a.json', Buffer.from(JSON.stringify({ data: { list } })), null)
  expect(records.map((record) => restriction(record))).toEqual([
    null,
    expect.stringContaining('尚未发布或已删除'),
    expect.stringContaining('草稿'),
  ])
})

it('keeps a page of a generator back that says it is a draft', async () => {
  const page = '---\ntitle: 关于供水工程的通知\ndraft: true\n---\n各镇要明确专人负责，严格执行基本建设程序。\n'
  const { records } = await extractFile('a.md', Buffer.from(page), null)
  expect(restriction(records[0]!)).toContain('draft')
})

it('reads the posts of WordPress, those that are published', async () => {
  const post = { post_title: '关于供水工程的通知', post_content: '<p>各镇要明确专人负责。</p>' }
  const posts = ['publish', 'draft', 'pending', 'trash'].map((post_status) => ({ ...post, post_status }))
  const { records } = await extractFile('a.json', Buffer.from(JSON.stringify(posts)), null)
  expect(records[0]).toMatchObject({ fields: { title: [post.post_title] }, paragraphs: ['各镇要明确专人负责。'] })
  expect(records.map((record) => restriction(record) === null)).toEqual([true, false, false, false])
})

it.each([
  [{ catid: '9', inputtime: '1485000000', status: '1' }, true],
  [{ catid: '9', inputtime: '1485000000', status: '99' }, false],
  [{ catid: 9, inputtime: 1485000000, status: 9 }, false],
  [{ typeid: '5', senddate: '1520000000', arcrank: '-1' }, true],
  [{ typeid: '5', senddate: '1520000000', arcrank: '0' }, false],
  [{ Tid: '12', Inputer: 'admin', Verific: '2' }, true],
  [{ DOCCHANNEL: 30, DOCTITLE: '关于供水工程的通知', DOCSTATUS: 16 }, true],
  [{ DOCCHANNEL: 30, DOCTITLE: '关于供水工程的通知', DOCSTATUS: 10 }, false],
  [{ status: '1', author: '区水务局' }, false],
])('knows by its columns the system that counts how far a record came: %j', async (columns, isKeptBack) => {
  const post = { title: '关于供水工程的通知', content: '<p>各镇要明确专人负责。</p>', ...columns }
  const { records } = await extractFile('a.json', Buffer.from(JSON.stringify([post])), null)
  expect(restriction(records[0]!) !== null).toBe(isKeptBack)
})

it('does so in the rows of a table, unless the source says what the column is', async () => {
  const table = Buffer.from(
    'title,typeid,senddate,arcrank,body\n关于供水工程的通知,5,1520000000,-1,各镇要明确专人负责。\n',
  )
  const [waiting] = (await extractFile('a.csv', table, null)).records
  expect(restriction(waiting!)).toContain('arcrank:-1')
  const settings = { labels: new Map([['arcrank', 'ignored' as const]]), selectors: { text: null, fields: {} } }
  const [known] = (await extractFile('a.csv', table, settings)).records
  expect(restriction(known!)).toBeNull()
})
