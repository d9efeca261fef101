import { describe, expect, it } from 'vitest'
import { normalize } from '../../indexer/contract/normalize.js'
import { answerForm, answerShare } from './answer-form.js'

const share = (q: string, sentence: string): number =>
  answerShare(normalize(sentence), normalize(sentence), answerForm(q, true))

describe('answerShare', () => {
  it.each([
    ['试用期最长多久', '试用期不得超过六个月', '可以约定试用期'],
    ['年假几天', '年休假5天', '享受年休假'],
    ['医保什么时候缴费', '缴费时间:2023年9月1日至12月31日', '做好缴费工作'],
    ['复议申请期限', '自知道之日起六十日内申请复议', '申请复议的,五日内补正'],
    ['信访期限', '应当在60日内办结', '2012年10月26日起办结'],
    ['献血年龄', '十八周岁至五十五周岁的公民献血', '公民无偿献血'],
    ['契税税率', '契税税率为百分之三至百分之五', '契税税率由地方提出'],
    ['酒驾怎么处罚', '酒驾处拘役，并处罚金', '酒驾应当预防'],
    ['谁负责高空抛物', '由公安机关负责调查', '禁止高空抛物'],
    ['未成年人几点不能玩游戏', '每日二十二时至次日八时', '未成年人玩游戏'],
    ['第一顺序继承人有哪些', '(一)第一顺序:配偶、子女、父母', '由第一顺序继承人继承'],
    ['考核分哪几个等次', '结果分为优秀、称职和不称职三个等次', '确定考核等次'],
    ['定金最多收多少', '定金不得超过百分之二十', '可以约定定金'],
    ['一天最多干几个小时', '延长工作时间每日不得超过三小时', '延长工作时间的，支付百分之一百五十的工资'],
    ['住多久可以办居住证', '居住半年以上的公民可以申领居住证', '居住证由公安机关签发'],
    ['公积金最低交百分之几', '缴存比例不得低于5%', '职工应当缴存公积金'],
    ['村歌不能在哪些场合放', '村歌不得在丧事活动中使用', '在下列场合应当奏唱村歌'],
    ['纪念章谁可以领', '纪念章颁发给党龄达到五十年的党员', '纪念章配珍藏盒'],
    ['一周工作多长时间', '每周工作四十小时', '哺乳未满一周岁的婴儿期间工作'],
    ['带薪年休假几天', '年休假5天', '连续工作1年以上享受年休假'],
    ['租赁合同最长多少年', '租赁期限不得超过二十年', '应当在拍卖五日前通知承租人'],
    ['需要几个介绍人', '应当有两名介绍人', '介绍人应当负责'],
    ['捕猎野生动物判几年', '处五年以下有期徒刑', '名录每五年调整一次'],
    ['经济补偿怎么计算', '每满一年支付一个月工资', '应当给予经济补偿'],
    ['发明专利保护期', '发明专利权的期限为二十年', '发明专利权受保护'],
    ['最低工资标准谁定', '最低工资的具体标准由省级人民政府规定', '工资不得低于最低工资标准'],
    ['补偿标准怎么定', '补偿费标准由省级人民政府公布', '补偿标准的争议由法院裁决'],
    ['过期食品赔偿多少', '要求支付价款十倍的赔偿金', '要求赔偿损失'],
    ['车位归谁', '车位的归属由当事人约定', '规划停放汽车的车位'],
    ['村务公开内容', '应当公布下列事项:', '实行村务公开制度'],
    ['个人事项要报告什么', '应当报告下列事项:', '应当按规定报告'],
    ['买房契税多少', '契税税率为百分之三至百分之五', '契税由税务机关征收'],
    ['今年的增长目标', '增长5%左右', '增长目标相衔接'],
  ])('is more for %s where it is answered', (q, answer, other) => {
    expect(share(q, answer)).toBeGreaterThan(share(q, other))
  })

  it('takes neither years nor days of a date for a time that something takes', () => {
    const none = share('办理期限', '依法办理')
    for (const sentence of ['2019年起办理', '2012年10月26日办理', '第三年度办理']) {
      expect(share('办理期限', sentence), sentence).toBe(none)
    }
    expect(share('办理期限', '三年内办理')).toBeGreaterThan(none)
  })

  it('is the same for any sentence where nothing is asked, but for headings and how a text was changed', () => {
    const plain = (text: string): number => answerShare(text, text, answerForm('养犬', false))
    expect(plain('第一条 为了规范养犬,制定本条例。')).toBe(1)
    expect(plain('养犬5天')).toBe(1)
    expect(plain('第三章 养犬')).toBeLessThan(1)
    expect(plain('2019年4月3日国务院会议修订养犬条例')).toBeLessThan(1)
    expect(plain('——2022年1月17日在浙江省第十三届人民代表大会第六次会议上')).toBeLessThan(1)
    expect(plain('2018年12月30日')).toBeLessThan(1)
    expect(plain('2018年12月30日起对养犬收费。')).toBe(1)
  })
})
