import { describe, expect, it } from 'vitest'
import { referencesIn } from './references.js'
import { workOf } from '../contract/testing/work.js'

const references = (...paragraphs: string[]) => referencesIn(paragraphs, { title: '本通知', number: '甲发〔2021〕1号' })

describe('referencesIn', () => {
  it('finds titles and the numbers that go with them', () =>
    expect(
      references(
        '现转发《国务院关于推进某事的意见》（国发〔2021〕5号），请遵照执行。',
        '根据《某某条例（试行）》制定本办法。',
      ),
    ).toEqual([
      { title: '国务院关于推进某事的意见', number: '国发〔2021〕5号', paragraph: 1 },
      { title: '某某条例（试行）', number: null, paragraph: 2 },
    ]))

  it.each([
    ['按照国办发[2017]047号要求', '国办发〔2017〕47号'],
    ['根据国发（2021）5号文件精神', '国发〔2021〕5号'],
    ['2021年1月国务院令第711号公布', '国务院令第711号'],
    ['2001年12月14日中华人民共和国国务院令第337号公布', '国务院令第337号'],
    ['由中华人民共和国主席令第七十号公布', '主席令第70号'],
    ['根据国家发展和改革委员会令第12号', '国家发展和改革委员会令第12号'],
    ['废止中华人民共和国住房和城乡建设部令第5号', '住房和城乡建设部令第5号'],
    ['和青梧政办发【2020】第12号', '青梧政办发〔2020〕12号'],
  ])('reads the number of %s', (text, number) => {
    expect(references(text)).toEqual([{ title: null, number, paragraph: 1 }])
  })

  it('names each once, at its first place', () =>
    expect(references('《甲法》', '《甲法》和《乙条例》', '国发〔2021〕5号', '《丙意见》（国发〔2021〕5号）')).toEqual([
      { title: '甲法', number: null, paragraph: 1 },
      { title: '乙条例', number: null, paragraph: 2 },
      { title: '丙意见', number: '国发〔2021〕5号', paragraph: 4 },
    ]))

  it('leaves out the short names that it gives to others', () =>
    expect(
      references(
        '落实《某某工作的决定》（以下简称《决定》），制定《某某规划》（以下简称“《规划》”）',
        '《决定》和《规划》要求',
      ),
    ).toEqual([
      { title: '某某工作的决定', number: null, paragraph: 1 },
      { title: '某某规划', number: null, paragraph: 1 },
    ]))

  it('leaves out the document itself, books and programmes', () =>
    expect(references('《本通知》甲发〔2021〕1号', '《新闻联播》《人民日报》', '2021年第5号')).toEqual([]))

  it('reads titles within titles', () =>
    expect(references('《关于印发〈甲办法〉的通知》', '《关于修改《乙规定》的决定》')).toEqual([
      { title: '关于印发〈甲办法〉的通知', number: null, paragraph: 1 },
      { title: '关于修改《乙规定》的决定', number: null, paragraph: 2 },
    ]))

  it('takes time in proportion to the text', () => {
    expect(
      workOf(() =>
        references(
          '《'.repeat(200_000),
          '〔2021〕'.repeat(200_000),
          `发〔2021〕${' '.repeat(200_000)}`,
          '发'.repeat(1_000_000),
        ),
      ),
    ).toBeLessThan(3000)
  })
})
