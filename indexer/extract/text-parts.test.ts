import { expect, it } from 'vitest'
import { extractFile } from './index.js'

const read = async (table: string) => (await extractFile('a.csv', Buffer.from(table), null)).records[0]!

it.each(['正文1,正文2,正文3', '内容（一）,内容（二）,内容（三）', 'content_1,content_2,content_3'])(
  'puts a text together that stands in the columns %s',
  async (columns) => {
    const record = await read(
      `标题,文号,${columns}\n关于供水的通知,青政发〔2020〕1号,各镇：,一、明确专人。,二、落实经费。\n`,
    )
    expect(record.paragraphs).toEqual(['各镇：', '一、明确专人。', '二、落实经费。'])
    expect(record.otherTexts).toBeUndefined()
  },
)

it('goes on within a sentence where a cell was full', async () => {
  const full = '供水工程'.repeat(8_000)
  expect((await read(`标题,文号,正文1,正文2\n通知,青政发〔2020〕1号,${full},应当验收。\n`)).paragraphs).toEqual([
    `${full}应当验收。`,
  ])
})
