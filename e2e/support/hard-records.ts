import { recordFiles } from './record.js'

/** Characters from here on stand in no other record. */
const RARE = 0x20100
const series = (first: number, length: number, after: string): string =>
  Array.from({ length }, (_, n) => String.fromCodePoint(first + n) + after).join('')

const SENTENCES = Array.from(
  { length: 60 },
  (_, n) => `第${n + 1}项工作由第${(n * 7) % 60}组负责，限期${n * 3}日内办结。`,
)
/** Passages that have the beginning and the end of 药王港口岸线规划, and not the whole. */
const NEARLY = Array.from(
  { length: 12 },
  (_, n) => `第${n}处：药王庙、港口岸线、线规划。${'其余略去不提。'.repeat(60)}`,
)

/** Texts that the sample has none of: paragraphs that are cut where characters are rare, spaced, or traditional. */
export const hardRecordFiles = (): Record<string, string> =>
  recordFiles([
    { index: '700900100/2020-00001', title: '关于生僻字的通知', text: [series(RARE, 700, '')], date: '2020-02' },
    { index: '700900100/2020-00005', title: '关于长段落的通知', text: [SENTENCES.join('')] },
    { index: '700900100/2020-00006', title: '关于相近说法的通知', text: [...NEARLY, '就在这里：药王港口岸线规划。'] },
    { index: '700900100/2020-00007', title: '关于衔接的通知', text: ['“十四五”时期的规划和高品质的城乡生活。'] },
    { index: '700900100/2020-00002', title: '关于空格的通知', text: [series(0x5200, 700, ' ')], date: '2020' },
    { index: '700900100/2020-00003', title: '關於優化營商環境的通知', text: ['加裝電梯，補貼標準。ＰＭ２．５達標。'] },
    {
      index: '700900100/2020-00004',
      title: '关于长机构名称的通知',
      text: ['正文。'],
      issuer: '青梧区推进政府职能转变和放管服改革协调小组优化营商环境专题工作组办公室',
    },
  ])
