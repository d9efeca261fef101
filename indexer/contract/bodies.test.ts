import { describe, expect, it } from 'vitest'
import { bodyPath, lineageOf } from './bodies.js'

describe('bodyPath', () => {
  it.each([
    ['青梧区民政局', '青梧区/民政局'],
    ['青梧区市场监督管理局', '青梧区/市场监督管理局'],
    ['青梧区城市管理局', '青梧区/城市管理局'],
    ['澜州市城市管理局', '澜州市/城市管理局'],
    ['江苏省连云港市教育局', '江苏省/连云港市/教育局'],
    ['江苏省人民政府', '江苏省/人民政府'],
    ['内蒙古自治区呼和浩特市新城区教育局', '内蒙古自治区/呼和浩特市/新城区/教育局'],
    ['广西壮族自治区人民政府办公厅', '广西壮族自治区/人民政府办公厅'],
    ['青梧区柳湾镇人民政府', '青梧区/柳湾镇/人民政府'],
    ['教育部', '中央/教育部'],
    ['国务院办公厅', '中央/国务院办公厅'],
    ['环境保护部', '中央/环境保护部'],
    ['党政办公室', '党政办公室'],
    ['城市管理局', '城市管理局'],
    ['北京市', '北京市'],
  ])('%s stands at %s', (name, path) => {
    expect(bodyPath(name)).toBe(path)
  })
})

describe('lineageOf', () => {
  it('follows a central body both ways, over several reforms', () => {
    expect(lineageOf('环境保护部')).toEqual({
      former: [{ former: '国家环境保护总局', now: '环境保护部', year: 2008, kind: 'renamed' }],
      later: [{ former: '环境保护部', now: '生态环境部', year: 2018, kind: 'renamed' }],
    })
    expect(lineageOf('国家卫生健康委员会').former.map(({ former }) => former)).toEqual([
      '国家卫生和计划生育委员会',
      '卫生部',
      '国家人口和计划生育委员会',
    ])
  })

  it('keeps the region of a local body', () => {
    expect(lineageOf('青梧区农业局').later).toEqual([
      { former: '青梧区农业局', now: '青梧区农业农村局', year: 2019, kind: 'renamed', isGeneral: true },
    ])
  })

  it('knows nothing of others', () => {
    expect(lineageOf('青梧区人民政府')).toEqual({ former: [], later: [] })
    expect(lineageOf('农业局')).toEqual({ former: [], later: [] })
  })
})
