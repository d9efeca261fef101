/** A record as archives keep it: a metadata table, then the text. */
export interface GivenRecord {
  /** `700100200/2024-00001` */
  index: string
  title: string
  text: readonly string[]
  issuer?: string
  number?: string
  topic?: string
  /** Both the date written and the date published. */
  date?: string
  validity?: string
}

export function recordText({ index, title, text, issuer, number, topic, date, validity }: GivenRecord): string {
  const lines = [
    `索引号: | ${index} | 分类: | ${topic ?? '综合政务/其他'} / | ||`,
    `发布机构: | ${issuer ?? '测试县人民政府'} | 文号: | ${number ?? '无〔〕号'} | ||`,
    `成文日期: | ${date ?? '2024-05-06'} | 发布日期: | ${date ?? '2024-05-06'} | 有效性: | ${validity ?? '有效'} |`,
    `名称: | ${title} |`,
    ...text,
  ]
  return `${lines.join('\n')}\n`
}

/** `700100200/2024-00001` → `700100200-2024-00001`, the document's address and the name of its file. */
export const idOf = (index: string): string => index.replace(/[^A-Za-z0-9]+/g, '-')

/** Files of a folder, one for each record. */
export function recordFiles(records: readonly GivenRecord[]): Record<string, string> {
  return Object.fromEntries(records.map((record) => [`${idOf(record.index)}.txt`, recordText(record)]))
}
