import { recordFiles, type GivenRecord } from './record.js'

/** What the archive of the browser tests holds beside the sample: records that are hard to show right. */
export const OWN_RECORDS = {
  markup: {
    index: '700900100/2024-00001',
    title: '关于<script>window.broken = true</script>标签管理的通知',
    text: [
      '<img src=x onerror="window.broken = true">图片栏目不得嵌入外站脚本。',
      '各单位应当核查 a < b && c > d 一类的写法。',
    ],
    issuer: '测试县<b>网信办</b>',
    number: '测网信〔2024〕7号',
    topic: '综合政务/电子政务',
  },
  traditional: {
    index: '700900100/2019-00002',
    title: '關於推進鄉村圖書館建設的決定',
    text: ['各鄉鎮應當設立圖書館，開放時間不少於每週四十小時。', '館藏圖書由縣財政統一購置。'],
    issuer: '測試縣人民政府',
    number: '测政发〔2019〕3号',
    date: '2019-03-04',
  },
  surrogates: {
    index: '700900100/2020-00003',
    title: '关于命名𠮷祥路和𬭎宇巷的批复',
    text: ['同意将新建道路命名为𠮷祥路。😀', '𬭎宇巷东起𠮷祥路，西至𠮷祥路支线。'],
    issuer: '测试县民政局',
    number: '测民复〔2020〕11号',
    date: '2020-09-01',
  },
  /** Two bodies with one number. */
  sameNumberOne: {
    index: '700900100/2021-00004',
    title: '测试县关于秋收的通知',
    text: ['秋收工作现在开始。'],
    number: '测发〔2021〕8号',
    date: '2021-08-01',
  },
  sameNumberTwo: {
    index: '700900100/2021-00005',
    title: '测试县关于冬播的通知',
    text: ['冬播工作现在开始。'],
    issuer: '测试县委员会',
    number: '测发〔2021〕8号',
    date: '2021-09-01',
    validity: '废止',
  },
  /** Changed once after it was first read: it has an earlier version. */
  revised: {
    index: '700900100/2022-00006',
    title: '测试县公共浴室管理办法',
    text: ['第一条 公共浴室每日开放十小时。', '第二条 收费标准由县物价部门公布。'],
    number: '测政发〔2022〕6号',
    date: '2022-06-01',
  },
  /** Has a table that a phone has no room for. */
  table: {
    index: '700900100/2023-00008',
    title: '测试县2023年粮食生产情况通报',
    text: [
      '2023年全县粮食产量见下表，单位为万吨和百分比。',
      '品种　播种面积（万亩）　总产量（万吨）　比上年增长（%）　占全年比重（%）　单产（公斤/亩）',
      '早稻　12.5　5.1　2.3　18.0　408',
      '晚稻　20.4　9.9　-1.2　35.1　485',
      '冬小麦　31.0　13.2　0.4　46.9　426',
      '以上数据为快报数，正式数据以统计年鉴为准。',
    ],
    number: '测农发〔2023〕9号',
    date: '2023-12-01',
  },
} satisfies Record<string, GivenRecord>

export const ownRecordFiles = (): Record<string, string> => recordFiles(Object.values(OWN_RECORDS))

/** Held at first and gone since: its address is a tombstone. */
export const GONE: GivenRecord = {
  index: '700900100/2022-00007',
  title: '测试县关于临时封闭老桥的通告',
  text: ['老桥自即日起封闭施工，请绕行新桥。'],
  number: '测政发〔2022〕7号',
  date: '2022-07-01',
}

/** The folder as it was read first: with what has left since, and with an earlier text of what was changed. */
export const firstRecordFiles = (): Record<string, string> =>
  recordFiles([
    ...Object.values(OWN_RECORDS),
    { ...OWN_RECORDS.revised, text: ['第一条 公共浴室每日开放八小时。', OWN_RECORDS.revised.text[1]!] },
    GONE,
  ])

/** The sample's 91 and ours. */
export const HELD = 91 + Object.keys(OWN_RECORDS).length
