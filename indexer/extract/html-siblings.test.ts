import { describe, expect, it } from 'vitest'
import { extractHtml } from './html.js'

const page = (body: string) => extractHtml(`<html><body>${body}</body></html>`, null)
const SENTENCE = (of: string) =>
  `<p>各街道办事处，区政府各部门：</p><p>经区政府同意，现就${of}有关事项通知如下，请各单位结合实际认真贯彻执行，不得有误。执行中的问题，请及时向区政府办公室反映。</p>`
const FOOTER =
  '<div class="foot"><p>版权所有：青梧区人民政府。建议使用1024以上分辨率的浏览器访问本站，以获得更好的体验。</p></div>'

describe('a text in several blocks', () => {
  it('has all of them where they are made alike, and what the site says of itself is none', () => {
    const { paragraphs } = page(
      `<div class="main"><h1>青梧区人民政府公报2016年第2期</h1><div class="doc"><h2>关于甲的通知</h2>${SENTENCE('甲')}</div>` +
        `<div class="doc"><h2>关于乙的通知</h2>${SENTENCE('乙')}</div></div>${FOOTER}`,
    )
    expect(paragraphs.filter((line) => line.startsWith('关于'))).toEqual(['关于甲的通知', '关于乙的通知'])
    expect(paragraphs.join()).toMatch(/就甲.*就乙/)
    expect(paragraphs.join()).not.toContain('分辨率')
  })

  it('has them where each lies in a box of its own', () => {
    const box = (of: string) => `<li class="item"><div class="in">${SENTENCE(of)}</div></li>`
    expect(page(`<ul>${box('甲')}${box('乙')}${box('丙')}</ul>`).paragraphs.join()).toMatch(/就甲.*就乙.*就丙/)
  })

  it('has a letter and its answer, and metadata beside them', () => {
    const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
    const { fields, paragraphs } = page(
      `<table>${row('信件编号', '20220615', '信件类型', '咨询')}${row('信件标题', '咨询学区划分问题')}` +
        `${row('来信时间', '2022-06-15', '答复单位', '区教育局')}` +
        `${row('信件内容', '您好，我家住在阳光花园，请问今年属于哪所小学的学区？孩子九月上一年级，需要准备什么材料？谢谢。')}` +
        `${row('答复内容', '您好！阳光花园属于城北小学学区。报名需携带户口簿、房产证等材料，于七月上旬到学校登记。感谢您的来信。')}</table>`,
    )
    expect(fields).toMatchObject({ title: ['咨询学区划分问题'], written: ['2022-06-15'], issuer: ['区教育局'] })
    expect(paragraphs.join()).toMatch(/信件内容.*哪所小学.*答复内容.*城北小学/)
  })

  it('has an answer of a few words', () => {
    const row = (label: string, value: string) => `<tr><td>${label}</td><td>${value}</td></tr>`
    const letter = row('来信标题', '关于公交线路的建议') + row('来信内容', '请问为什么取消了8路公交？')
    const { paragraphs } = page(`<table>${letter}${row('答复内容', '您好，可换乘12路。')}</table>`)
    expect(paragraphs.join()).toMatch(/8路公交.*可换乘12路/)
  })

  it('has what stands in several tables that only give a place to it, and the list between them', () => {
    const box = (of: string) => `<table width="760"><tbody><tr><td>${SENTENCE(of)}</td></tr></tbody></table>`
    const list = '<table><tr><td>任务</td><td>时限</td></tr><tr><td>修路</td><td>六月</td></tr></table>'
    const site = `<table><tr><td>${FOOTER}</td></tr></table>`
    const { paragraphs } = page(`<h1>关于印发方案的通知</h1>${box('甲')}${list}${box('乙')}${site}`)
    expect(paragraphs.join()).toMatch(/就甲.*修路　六月.*就乙/)
    expect(paragraphs.join()).not.toContain('分辨率')
  })

  it('has what stands in several rows of one cell each', () => {
    const rows = ['甲', '乙', '丙'].map((of) => `<tr><td>${SENTENCE(of)}</td></tr>`).join('')
    expect(page(`<h1>通知</h1><table>${rows}</table>`).paragraphs.join()).toMatch(/就甲.*就乙.*就丙/)
  })

  it('has what stands between its blocks, and no other column of the page', () => {
    const item = (label: string, value: string) =>
      `<div class="item"><i>${label}：</i><div class="c">${value}</div></div>`
    const letter = item(
      '来信内容',
      '建设路的路灯已经坏了一个月，晚上出行很不方便，希望有关部门尽快派人修复为盼。谢谢！',
    )
    const answer = item(
      '回复内容',
      '您好，来信收悉。我局已安排维修人员于3月6日修复完毕，感谢您对我们工作的关心与支持。',
    )
    expect(page(letter + item('回复单位', '区住建局') + answer).paragraphs.join()).toMatch(/路灯.*区住建局.*收悉/)
    const columns = `<div class="col"><div class="zw">${SENTENCE('甲')}</div></div><div class="col"><p>本站将于近期进行系统升级维护，届时可能暂时无法访问，敬请谅解。感谢您的支持与理解。</p></div>`
    expect(page(columns).paragraphs.join()).not.toContain('升级维护')
  })

  it('has a table of facts above it, but not one of metadata', () => {
    const text = `<div class="text">${SENTENCE('招标')}</div>`
    const facts =
      '<table><tr><td>采购项目名称</td><td>城区道路照明设施采购项目（第二批）</td></tr><tr><td>采购单位</td><td>青梧区市政园林养护中心</td></tr><tr><td>预算金额</td><td>350万元（人民币）</td></tr></table>'
    expect(page(`<div><h1>采购公告</h1>${facts}${text}</div>`).paragraphs.join()).toMatch(/350万元.*招标/)
    const metadata =
      '<table><tr><td>索引号</td><td>482915607/2021-00005</td></tr><tr><td>发布机构</td><td>青梧区市政园林养护中心办公室综合科</td></tr></table>'
    expect(page(`<div><h1>采购公告</h1>${metadata}${text}</div>`).paragraphs.join()).not.toContain('索引号')
  })
})

describe('what stands beside a text', () => {
  const text = `<div class="con1">${SENTENCE('甲')}</div>`

  it('belongs to it where its class is the same but for a number', () =>
    expect(page(`<h1>通知</h1>${text}<div class="con2">${SENTENCE('乙')}</div>`).paragraphs.join()).toMatch(
      /就甲.*就乙/,
    ))

  it('belongs to it where it is an attachment, or who signed it and when', () => {
    const attachment = `<div class="fj"><p>附件1</p>${SENTENCE('乙')}</div>`
    const signature = '<div class="sign">青梧区人民政府<br>2022年7月8日</div>'
    const above = '<div>发布于2022年7月9日</div>'
    const { paragraphs } = page(`<h1>通知</h1>${above}${text}${signature}${attachment}`)
    expect(paragraphs).not.toContain('发布于2022年7月9日')
    expect(paragraphs.join()).toMatch(/就甲.*青梧区人民政府,2022年7月8日,附件1,.*就乙/)
  })
})

describe('what is no metadata', () => {
  it('are the headings of a list', () => {
    const list =
      '<table><tr><th>序号</th><th>文件名称</th><th>文号</th><th>备注</th></tr><tr><td>1</td><td>关于甲的意见</td><td>青政发〔2009〕1号</td><td>废止</td></tr></table>'
    const { fields, paragraphs } = page(`<div class="zw"><p>根据有关规定，现将清理结果公告如下。</p>${list}</div>`)
    expect(fields.doc_number).toBeUndefined()
    expect(paragraphs).toContain('1　关于甲的意见　青政发〔2009〕1号　废止')
  })

  it('is whom a text is addressed to', () => {
    const { unknown, paragraphs } = page(
      '<table><tr><td>航埠镇卫生院：<br>你院的请示收悉，经研究，同意设立分院。<br>主题词：卫生 批复<br>抄送：区财政局。</td></tr></table>',
    )
    expect(unknown).toEqual({})
    expect(paragraphs[0]).toBe('航埠镇卫生院：')
  })
})

describe('the line below a title', () => {
  it('says by 时间 when the page was published', () => {
    const { fields } = page(
      `<h1>关于甲的通知</h1><div><i>时间：2021-09-30&nbsp;&nbsp;来源：区审计局&nbsp;&nbsp;点击：<span>345</span></i></div><div id="zoom">${SENTENCE('甲')}</div>`,
    )
    expect(fields.published).toEqual(['2021-09-30'])
  })
})

describe('a title that follows site and column', () => {
  it('is that which the page shows', () => {
    const { fields } = extractHtml(
      `<html><head><title>青梧区民政局 通知公告 青梧区民政局关于开展补贴核查工作的通知</title></head><body><table><tr><td class="title">青梧区民政局关于开展<br>补贴核查工作的通知</td></tr><tr><td><div id="zoom">${SENTENCE('甲')}</div></td></tr></table></body></html>`,
      null,
    )
    expect(fields.title?.[0]?.replace(/\s/g, '')).toBe('青梧区民政局关于开展补贴核查工作的通知')
  })
})
