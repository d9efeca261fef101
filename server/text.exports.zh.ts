/** Results that are taken along: as a table, as a feed. */
export const exportTexts = {
  label: '带走这些结果',
  csv: '导出表格（CSV）',
  feeds: { atom: '订阅更新（Atom）', rss: '订阅更新（RSS）' },
  feedTitle: (conditions: readonly string[]) => `${conditions.join('，')} - 政言`,
  feedDescription: '符合检索条件的文件，最新在前。',
  fileName: '检索结果.csv',
  address: '网址',
  separator: '；',
}
