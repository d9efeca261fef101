import { describe, expect, it } from 'vitest'
import { extractFile } from './index.js'

const extract = (path: string, content: string | Buffer) => extractFile(path, Buffer.from(content as string), null)

describe('extractFile', () => {
  it.each([
    ['a.md', '# 甲\n正文', ['甲', '正文']],
    ['a.txt', '# 甲\n正文', ['# 甲', '正文']],
    ['a.txt', '名称: | 甲 |\n正文', ['正文']],
    ['a.md', '名称: | 甲 |\n正文', ['正文']],
    ['a.txt', '<!DOCTYPE html><body><p>正文</p>', ['正文']],
    ['a.html', '没有标记的正文', ['没有标记的正文']],
    ['README', '没有后缀', ['没有后缀']],
    ['a.txt', '{"title":"甲","text":"正文"}', ['正文']],
    ['a.csv', '标题,正文\n"甲, ""乙""","一\n二"\n', ['一', '二']],
    ['a.tsv', '标题\t正文\n甲\t一', ['一']],
  ])('reads %s by name and content', async (path, content, paragraphs) => {
    expect((await extract(path, content)).records.map((record) => record.paragraphs)).toEqual([paragraphs])
  })

  it.each([
    ['a.txt', '', '0 字节'],
    ['a.txt', ' \r\n\u3000\u200b', '空白'],
    ['a.pdf', 'x', 'PDF'],
    ['a.docx', 'x', 'DOCX'],
    ['a.zip', 'x', '压缩包'],
    ['a.7z', '7z\xbc\xaf', '解压'],
    ['a.rar', 'Rar!', '解压'],
    ['a.zip.001', 'PK\x03\x04', '分卷'],
    ['a.part2.rar', 'x', '分卷'],
    ['a.z01', 'x', '分卷'],
    ['a.jpg', 'x', '图片'],
    ['a.ofd', 'x', 'OFD'],
    ['a.xyz', 'x', '.xyz'],
    ['a.html', '%PDF-1.7', 'PDF'],
    ['a.txt', Buffer.alloc(64), '二进制'],
    ['a.csv', '标题,日期\n甲,2020', '正文'],
    ['a.csv', '标题,正文\n,\n', '只有表头'],
    ['a.html', '<div>'.repeat(6_000), '嵌套'],
  ])('skips %s and says why', async (path, content, reason) => {
    const { records, skipped } = await extract(path, content)
    expect(records).toEqual([])
    expect(skipped).toContain(reason)
  })

  it('rejects a table row with too many cells', async () => {
    const { records, rejected } = await extract('a.csv', '标题,正文\n甲,一,多\n乙,二')
    expect(records.map(({ position }) => position)).toEqual([2])
    expect(rejected).toMatchObject([{ record: 1 }])
  })
})
