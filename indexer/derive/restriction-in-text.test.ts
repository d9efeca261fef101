import { describe, expect, it } from 'vitest'
import { restrictionInText } from './restriction-in-text.js'

const NOTICE = ['青梧区人民政府文件', '青政发〔2021〕5号', '关于绿化的通知', '各单位：', '现将有关事项通知如下。']

describe('restrictionInText', () => {
  it.each([
    ['机密★1年', '机密★1年'],
    ['机 密 ★ 1 年', '机密★1年'],
    ['绝密★30年', '绝密★30年'],
    ['秘密', '秘密'],
    ['000012　机密★1年　特急', '机密★1年'],
    ['内部资料', '内部资料'],
    ['内 部 资 料　注意保存', '内部资料'],
    ['【内部文件，不得外传】', '内部文件'],
    ['（内部传阅）', '内部传阅'],
    ['★机密', '★机密'],
    ['工作秘密', '工作秘密'],
    ['（内部）', '内部'],
    ['内部明电', '内部明电'],
    ['密码电报', '密码电报'],
    ['不得上网', '不得上网'],
    ['关于拨付防汛经费的通知（不予公开）', '不予公开'],
  ])('finds %j above the title', (line, found) => {
    expect(restrictionInText(['000012', line, ...NOTICE])).toBe(found)
  })

  it.each([
    ['（此件依申请公开）', '依申请公开'],
    ['(此件不予公开)', '不予公开'],
    ['（本文件不公开）', '不公开'],
    ['（此 件 不 公 开）', '不公开'],
    ['信息公开选项：依申请公开', '依申请公开'],
    ['（不予公开）', '不予公开'],
    ['（信息公开形式：不予公开）', '不予公开'],
    ['信息公开选项　不予公开　核稿人　张三', '不予公开'],
    ['密级：秘密', '秘密'],
    ['密级：机密★1年　　份数：20', '机密★1年'],
    ['公开属性：依申请公开　　　　校对：张明', '依申请公开'],
    ['公开方式：□主动公开 ☑依申请公开 □不予公开', '依申请公开'],
    ['公开方式：主动公开□ √不予公开', '不予公开'],
    ['（此件不对外公开）', '不对外公开'],
    ['〔此件不公开〕', '不公开'],
    ['（此件公开属性为：依申请公开）', '依申请公开'],
    ['（此件不得公开）', '不得公开'],
    ['是否公开：否', '否'],
    ['公开方式: | 依申请公开 | ||', '依申请公开'],
    ['公开属性：非公开', '非公开'],
    ['公开属性：2.依申请公开', '2.依申请公开'],
    ['公文公开属性：依申请公开', '依申请公开'],
    ['公开类别：依申请公开（理由：涉及商业秘密）', '依申请公开（理由：涉及商业秘密）'],
    ['联系人：李四 公开方式：依申请公开', '依申请公开'],
    ['公开方式：🞎主动公开　🗹依申请公开', '依申请公开'],
    ['公开方式：主动公开□　依申请公开□　不予公开☑', '不予公开'],
    ['公开方式：主动公开　依申请公开（√）', '依申请公开'],
  ])('finds the closing line %j', (line, found) => {
    expect(restrictionInText([...NOTICE, line, '附件：绿化办法'])).toBe(found)
  })

  it.each([
    ['（此件公开发布）'],
    ['（此件主动公开）'],
    ['（此件删减后公开）'],
    ['本文件不公开的，应当说明理由。'],
    ['秘密是什么'],
    ['信息公开选项：主动公开'],
    ['公开方式：☑主动公开 □依申请公开 □不予公开'],
    ['公开方式：□主动公开 □依申请公开'],
    ['内部资料性出版物管理办法'],
    ['内部审计工作规定'],
    ['密级：无'],
    ['公开方式　主动公开　依申请公开'],
    ['公开方式：主动公开√　依申请公开　不予公开'],
    ['公开方式：通过政府网站主动公开'],
    ['是否公开：是'],
    ['依申请公开办理指南'],
    ['国家秘密、商业秘密不予公开。'],
    ['公开依据：依申请公开工作规定'],
  ])('says nothing against %j', (line) => expect(restrictionInText([line, ...NOTICE, line])).toBeNull())

  it.each(['依申请公开', '不予公开', '公 开 方 式：\n依申请公开'])('finds %j as the last line', (lines) => {
    expect(restrictionInText([...NOTICE, ...lines.split('\n')])).not.toBeNull()
  })

  it('takes no heading of a text about disclosure for a mark', () => {
    expect(restrictionInText(['青梧区政府信息公开指南', '主动公开', '略。', '依申请公开', '不予公开'])).toBeNull()
    expect(restrictionInText(['依申请公开', '申请表'], '青梧区政府信息公开指南')).toBeNull()
    expect(restrictionInText(['主动公开', '略。', '依申请公开'])).toBeNull()
    expect(restrictionInText([...NOTICE, '依申请公开', ...Array<string>(20).fill('正文。')].slice(2))).not.toBeNull()
  })

  it('takes no word of the text for a mark', () => {
    expect(restrictionInText([...Array<string>(20).fill('正文。'), '机密'])).toBeNull()
    expect(restrictionInText([...Array<string>(20).fill('正文。'), '内部资料'])).toBeNull()
    expect(restrictionInText([])).toBeNull()
  })

  it('finds the option of disclosure wherever it stands: attachments may follow it, or the whole text', () => {
    const long = Array<string>(20).fill('正文。')
    expect(restrictionInText(['公开方式：依申请公开', ...long])).toBe('依申请公开')
    expect(restrictionInText([...NOTICE, '公开属性：不予公开', '附件', ...long])).toBe('不予公开')
  })
})
