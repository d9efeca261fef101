import { describe, expect, it } from 'vitest'
import { textKinds } from './text-kind.js'

describe('textKinds', () => {
  it('knows the lines above a speech, its salutation and its headings', () => {
    const long =
      '今年以来，全区上下认真贯彻落实中央和省市各项决策部署，始终高举招商引资、做强产业、优化环境和务实苦干四面大旗。'
    const paragraphs = [
      '(2021年8月24日)',
      '尹 哲 强',
      '同志们:',
      long,
      '一、秉承强劲态势',
      '短句',
      '（一）抓项目。要抓紧，要抓实。',
    ]
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
    expect(textKinds(['特此公告。', '二〇二一年八月二十四日', '附件：名单'], new Set())[1]).toBe('text')
    expect(textKinds(['2016年9月5日'], new Set())).toEqual(['byline'])
  })

  it('knows the signature of a letter that something is attached to', () => {
    const letter = [
      '现印发给你们。',
      '附件：办法',
      '青梧区人民政府',
      '2019年6月18日',
      '加装电梯实施办法',
      '第一章 总则',
    ]
    expect(textKinds(letter, new Set())).toEqual(['text', 'text', 'signature', 'signature', 'text', 'text'])
    const heads = ['统计公报', '国家统计局', '2019年2月28日', '各地区各部门认真贯彻落实。']
    expect(textKinds(heads, new Set()).slice(0, 3)).toEqual(['byline', 'byline', 'byline'])
  })

  it('does not take a list of contents for lines above a speech', () => {
    const contents = ['（一九五五年七月三十日通过）', '目录', '绪 言', '第一章 任务', '第二章 投资']
    expect(textKinds(contents, new Set())).toEqual(['byline', 'byline', 'text', 'text', 'text'])
    expect(textKinds(['第一章 任务', '第二章 投资'], new Set())).toEqual(['text', 'text'])
  })

  it('takes a first sentence for text', () => {
    expect(textKinds(['特此通知。', '落款'], new Set())).toEqual(['text', 'text'])
  })
})
