import { describe, expect, it } from 'vitest'
import { extractHtml } from './html.js'

const BODY = '<div id="zoom"><p>各街道办事处：为做好防汛工作，各单位应当落实责任，现将有关事项通知如下。</p></div>'
const read = (rows: string) => extractHtml(`<html><body><table>${rows}</table>${BODY}</body></html>`, null)

describe('a table of metadata', () => {
  it('does not shift where values are empty', () => {
    const { fields, unknown } = read(
      `<tr><th>发文字号：</th><td></td><th>主题词：</th><td></td></tr>
       <tr><th>发布日期：</th><td>2021-03-28</td><th>有效性：</th><td>有效</td></tr>
       <tr><th>文号：</th><th>登记号：</th></tr><tr><td>索引号</td><td>482915607/2021-00005</td></tr>`,
    )
    expect(fields).toEqual({
      ...{ published: ['2021-03-28'], validity: ['有效'], index_number: ['482915607/2021-00005'] },
    })
    expect(unknown).toEqual({})
  })

  it('may have its labels in one row and its values in the next', () => {
    const { fields } = read(
      `<tr><th>发文机关</th><th>文号</th></tr><tr><td>青梧区水务局</td><td></td></tr>
       <tr><th>索引号</th><th>有效性</th></tr><tr><td>1-2</td><td>有效</td></tr>`,
    )
    expect(fields).toEqual({ issuer: ['青梧区水务局'], index_number: ['1-2'], validity: ['有效'] })
  })

  it('is none where it lists documents', () => {
    const { fields } = read(
      `<tr><th>文件名称</th><th>文号</th></tr><tr><td>甲办法</td><td>青水〔2001〕1号</td></tr>
       <tr><td>乙办法</td><td>青水〔2002〕2号</td></tr>`,
    )
    expect(fields).toEqual({})
  })

  it('sets apart what stands on lines of its own in a cell', () => {
    const { fields } = read('<tr><td>发文机关</td><td>青梧区水务局<br>青梧区财政局<p>青梧区教育局</p></td></tr>')
    expect(fields.issuer).toEqual(['青梧区水务局 青梧区财政局 青梧区教育局'])
  })

  it('tells what stands in a row and belongs to none of its labels', () => {
    const { fields, unplaced } = read(
      `<tr><td colspan="4">青梧区政府信息公开目录</td></tr>
       <tr><td>索引号</td><td>1-2</td><td>成文日期</td></tr>
       <tr><td>有效性</td><td>有效</td><td>多余的值</td></tr>
       <tr><td>主题词：绿化</td><td>有效期五年</td></tr>`,
    )
    expect(fields).toMatchObject({ index_number: ['1-2'], validity: ['有效'], keywords: ['绿化'] })
    expect(unplaced).toEqual([
      { label: '有效性', values: ['多余的值'] },
      { label: '主题词', values: ['有效期五年'] },
    ])
  })

  it('tells values that are not as many as the labels above them, and none of a list of documents', () => {
    const heading = '<tr><th>索引号</th><th>文号</th><th>发布机构</th></tr>'
    const { fields, unplaced } = read(`${heading}<tr><td>1-2</td><td>青梧区水务局</td></tr>`)
    expect(fields).toEqual({})
    expect(unplaced).toEqual([{ label: '索引号、文号、发布机构', values: ['1-2', '青梧区水务局'] }])
    expect(read(`${heading}<tr><td>1-2</td></tr><tr><td>1-3</td></tr>`).unplaced).toBeUndefined()
    expect(read(`${heading}<tr><td>1-2</td><td></td><td>甲局</td></tr>`).unplaced).toBeUndefined()
  })
})
