import { expect, it } from 'vitest'
import { extractFile } from './index.js'

const LINE = '各单位要认真组织。'.repeat(30)

it('leaves no control characters and halves of characters in what is read', async () => {
  const record = {
    title: '关于\u0001绿化\u000b的\u0000通知',
    docNo: '青政发〔2021〕\u00005号',
    body: '第一\u0002段，\ud83d𠮷。\n\u0003\n第二\ufffe段。',
    其他: '甲\u0000乙',
  }
  const { records } = await extractFile('a.json', Buffer.from(JSON.stringify(record)), null)
  expect(records[0]).toMatchObject({
    fields: { title: ['关于绿化 的通知'], doc_number: ['青政发〔2021〕5号'] },
    paragraphs: ['第一段，\ufffd𠮷。', '第二段。'],
    unknown: { 其他: '甲乙' },
  })
})

it('keeps headings where they are when a paragraph of nothing else goes', async () => {
  const { records } = await extractFile('a.md', Buffer.from(`\x01\n\n# 关于绿化的通知\n\n各单位：\n\n${LINE}`), null)
  expect(records[0]).toMatchObject({
    paragraphs: ['关于绿化的通知', '各单位：', LINE],
    headings: [{ paragraph: 0, level: 1 }],
  })
})

it('ends a text where DOS ended it', async () => {
  const list = await extractFile('a.csv', Buffer.from('标题,正文\r\n甲,一\r\n\x1a'), null)
  expect(list).toMatchObject({ records: [{ paragraphs: ['一'] }], rejected: [] })
  const plain = await extractFile('a.txt', Buffer.from('关于绿化的通知\r\n各单位：\r\n\x1a'), null)
  expect(plain.records[0]!.paragraphs).toEqual(['关于绿化的通知', '各单位：'])
})
