import { describe, expect, it } from 'vitest'
import { textKinds } from './text-kind.js'

describe('textKinds', () => {
  it('knows the lines above a speech, its salutation and its headings', () => {
    const long = '今年以来，全区上下认真贯彻落实中央和省市各项决策部署，始终高举招商引资、做强产业、优化环境和务实苦干四面大旗。'
    const paragraphs = ['(2021年8月24日)', '尹 哲 强', '同志们:', long, '一、秉承强劲态势', '短句', '（一）抓项目。要抓紧，要抓实。']
    expect(textKinds(paragraphs, new Set([5, 7]))).toEqual([
      'byline',
      'byline',
      'salutation',
      'text',
      'heading',
      'text',
      'text',
    ])
  })

  it('knows bodies and day at the end, and no day in the middle or alone', () => {
    const ending = ['特此通知。', '青梧区民政局', '青梧区财政局', '2016年9月5日']
    expect(textKinds(ending, new Set())).toEqual(['text', 'signature', 'signature', 'signature'])
    expect(textKinds(['特此公告。', '二〇二一年八月二十四日'], new Set())).toEqual(['text', 'signature'])
    expect(textKinds([...ending, '（此件公开发布）'], new Set()).at(-1)).toBe('text')
    expect(textKinds([...ending, '（此件公开发布）'], new Set()).at(-2)).toBe('signature')
    expect(textKinds([...ending, '附件：名单'], new Set())).toEqual(['text', 'text', 'text', 'text', 'text'])
    expect(textKinds(['2016年9月5日'], new Set())).toEqual(['byline'])
  })

  it('takes a first sentence for text', () => {
    expect(textKinds(['特此通知。', '落款'], new Set())).toEqual(['text', 'text'])
  })
})
