import { gb18030 } from './gb18030.js'
import { recordText } from './record.js'

const GOOD = recordText({
  index: '700100300/2024-00001',
  title: '测试县关于整治道路停车秩序的通知',
  text: ['各乡镇人民政府：', '自六月一日起，主要道路划定停车位，按次收费。', '测试县人民政府'],
})

/** What the GB18030 file says, to be found again letter by letter. */
export const GB18030_TEXT = ['各村民委员会：', '春耕用水按照先下游后上游的次序放水，镕琨两村共用一条支渠。']

const line = (id: string): string =>
  JSON.stringify({ id, title: `测试县第${id}号公告`, body: `这是${id}号公告的正文。\n此致。`, written: '2024-03-02' })

/** A folder as clerks have them: 8 files, of which 3 give 4 records, 3 are skipped and 2 rejected whole. */
export const MESSY_FOLDER: Record<string, string | Uint8Array> = {
  '通知.txt': GOOD,
  '子目录/通知的副本.txt': GOOD,
  '空文件.txt': '',
  '公告.jsonl': `${line('m-1')}\n{"id": "m-2", "title": "没有写完\n${line('m-3')}\n`,
  '坏公告.jsonl': '{"id": "m-4", "title"\n',
  '春灌.txt': gb18030(
    recordText({ index: '700100300/2023-00009', title: '测试县水利局关于春灌放水的通告', text: GB18030_TEXT }),
  ),
  '扫描件.pdf': '%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n',
  '只有表头.txt': recordText({ index: '700100300/2022-00002', title: '测试县关于没有正文的通知', text: [] }),
}
