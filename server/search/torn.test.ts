import { describe, expect, it } from 'vitest'
import { isTorn } from './torn.js'

const torn = (text: string, word: string): boolean => isTorn(text, text.indexOf(word), word)

describe('isTorn', () => {
  it.each([
    ['劳动争议仲裁委员会聘任的仲裁员应当', '裁员'],
    ['债权人可以请求人民法院追加分配', '加分'],
    ['保障职工资格的取得', '工资'],
    ['房屋所有人的居民', '有人'],
  ])('%s has no %s', (text, word) => expect(torn(text, word)).toBe(true))

  it.each([
    ['企业需要裁员的，应当提前三十日', '裁员'],
    ['取消高考加分项目', '加分'],
    ['职工工资标准', '工资'],
    ['缴存住房公积金', '公积金'],
    ['财政总收入增长', '收入'],
    ['建设发展示范区', '发展'],
    ['政府信息公开条例', '公开'],
    ['最低工资', '工资'],
    ['全县中小学招生', '小学'],
    ['县中医院的医疗', '医院'],
    ['由县政府办理', '政府'],
    ['同一个时段', '一个'],
    // A name that no dictionary has.
    ['世景华庭', '景华'],
    ['人民法院', '人民'],
  ])('%s has %s', (text, word) => expect(torn(text, word)).toBe(false))
})
