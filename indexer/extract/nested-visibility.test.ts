import { describe, expect, it } from 'vitest'
import { restriction } from '../visibility.js'
import { extractFile } from './index.js'

const isKept = async (name: string, content: string): Promise<boolean> => {
  const { records } = await extractFile(name, Buffer.from(content), null)
  expect(records).toHaveLength(1)
  return restriction(records[0]!) !== null
}
const json = (more: object): [string, string] => ['a.json', JSON.stringify({ title: '甲', text: '甲文。', ...more })]
const markdown = (matter: string): [string, string] => ['a.md', `---\ntitle: 甲\n${matter}\n---\n甲文。\n`]

describe('what is said of visibility under labels that nobody knows, and below others', () => {
  it.each([
    json({ attributes: [{ name: '公开方式', value: '依申请公开' }] }),
    json({ extra: { gkfs: '不予公开' } }),
    json({ extra: { deep: [{ 公开情况: '依申请公开（涉及商业秘密）' }] } }),
    json({ public: false }),
    json({ isSecret: 1 }),
    json({ openFlag: 0 }),
    markdown('public: false'),
    markdown('公开: false'),
    markdown('信息: {公开方式: 依申请公开}'),
    markdown('信息:\n  版式: 大字\n  公开情况: 未公开'),
    ['a.csv', '标题,正文,主动公开,依申请公开,不予公开\n甲,甲文。,,√,\n'],
  ])('keeps a record back: %s %s', async (...file) => expect(await isKept(...file)).toBe(true))

  it.each([
    json({ attributes: [{ name: '公开方式', value: '主动公开' }] }),
    json({ extra: { note: '依申请公开的，按规定办理', gkfs: '主动公开' } }),
    json({ related: [{ title: '乙', gkfs: '不予公开' }] }),
    json({ public: true, isSecret: 0, openFlag: 1, 公开时限: '长期' }),
    json({ 依申请公开: 1, 不予公开: 0 }),
    markdown('公开: true'),
    ['a.csv', '标题,正文,主动公开,依申请公开,不予公开\n甲,甲文。,√,,\n'],
  ])('lets a record be read: %s %s', async (...file) => expect(await isKept(...file)).toBe(false))
})
