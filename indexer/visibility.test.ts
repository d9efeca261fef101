import { describe, expect, it } from 'vitest'
import { restriction } from './visibility.js'

const of = (visibility: string[], unknown: Record<string, string> = {}): string | null =>
  restriction({ fields: { visibility }, unknown })

describe('restriction', () => {
  it.each([
    '主动公开',
    '主动',
    '不限',
    '政府网站、政务服务中心',
    '政府信息公开专栏',
    ' 主 动 公 开 ',
    '公开',
    '面向社会',
    '政府网站、政府公报',
    '全文公开',
    '是',
    '无',
    '非涉密',
    'public',
    '',
    '主动公开（全文）',
    '1.主动公开',
    '青梧区人民政府门户网站',
    '政府网站、新闻发布会、公告栏等',
    '向社会公开',
    '信息公开之日起20个工作日内主动公开',
    '内蒙古自治区人民政府网站、密云区政府公报',
    '无密级',
    '☑主动公开 □依申请公开 □不予公开',
    '不涉及国家秘密',
  ])('lets what is %j be read', (value) => expect(of([value])).toBeNull())

  it.each([
    '依申请公开',
    '依申请',
    '依申请公开（部分）',
    '不予公开',
    '不公开',
    '否',
    '免予公开',
    '内部',
    '机密★1年',
    '暂不公开',
    '不对外公开',
    '对外不公开',
    '政务内网',
    '内网',
    '机关内部网站',
    '非主动公开',
    '不主动公开',
    '不向社会公开',
    ...['得', '能', '可', '便'].map((word) => `不${word}公开`),
    ...['禁止', '拒绝', '限制', '延期', '未', '不予以', '免于'].map((word) => `${word}公开`),
    'not public',
    '主动公开□ 依申请公开☑',
    'Private',
  ])('keeps back what is %s', (value) => expect(of([value])).toContain('不收入公开档案'))

  it.each(['2', '本单位公开', '系统公开', '党员公开', '另行确定', '政务外网', '部分公开', '局机关网'])(
    'keeps back what it does not understand, and says how it can be let in: %s',
    (value) => expect(of([value])).toMatch(/无法判断.*visibility: 主动公开/),
  )

  it('looks at every value that is stated', () => {
    expect(of(['主动公开', '依申请公开'])).not.toBeNull()
  })

  it('believes a label that nobody knows where its value can mean nothing else', () => {
    expect(of([], { 备注: '不予公开' })).not.toBeNull()
    expect(of([], { 备注: '原为依申请公开，后已公布' })).toBeNull()
    expect(of([], { 备注: '否' })).toBeNull()
  })

  it.each([
    ...[['是否对外公开', '否'] as const, ['是否对社会公开', '否'] as const, ['可否公开', '否'] as const],
    ...[['公开', '否'] as const, ['主动公开', '否'] as const, ['依申请公开', '是'] as const],
    ...[['不予公开', '是'] as const, ['是否依申请公开', '是'] as const, ['是否涉密', '是'] as const],
    ...[['公开状态', '未公开'] as const, ['定密', '秘密'] as const, ['信息公开类型', '依申请'] as const],
    ...[['公开情况', '依申请公开（涉及商业秘密）'] as const, ['公文公开属性', '2.依申请公开'] as const],
  ])('believes %s: %s', (label, value) => {
    expect(of([], { [label]: value })).not.toBeNull()
  })

  it.each([
    ...[['是否对外公开', '是'] as const, ['是否涉密', '否'] as const, ['公开情况', '已公开'] as const],
    ...[['依申请公开', '1'] as const, ['公开时限', '长期公开'] as const, ['保密审查', '已审查'] as const],
    ...[['公开目录', '依申请公开办理指南'] as const, ['公开依据', '依申请公开工作规定'] as const],
  ])('lets a record be read with %s: %s', (label, value) => {
    expect(of([], { [label]: value })).toBeNull()
  })
})
