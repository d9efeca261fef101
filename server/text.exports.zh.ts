/** Results that are taken along: as a table, as a feed. */
export const exportTexts = {
  label: '导出和订阅',
  csv: '导出表格（CSV）',
  feeds: { atom: '订阅更新（Atom）', rss: '订阅更新（RSS）' },
  conditions: (parts: readonly string[]) => parts.join('，'),
  feedDescription: '符合检索条件的文件，最新在前。',
  fileName: '检索结果.csv',
  address: '网址',
  separator: '；',
}
