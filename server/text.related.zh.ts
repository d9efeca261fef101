const count = (value: number): string => value.toLocaleString('zh-CN')

/** What the document page says of other documents and of the issuing body's history. */
export const related = {
  references: '引用文件',
  referencesHint: '由程序从正文中提取，可能有遗漏。',
  /** `held` of the `total` documents named are in the archive. */
  held: (held: number, total: number) =>
    `正文提到 ${count(total)} 份文件，${held === 0 ? '本馆都没有收录' : `本馆收录 ${count(held)} 份`}。`,
  paragraph: (n: number) => `第 ${count(n)} 段`,
  notHeld: (total: number) => `未收录的 ${count(total)} 份`,
  title: (title: string) => `《${title}》`,
  versions: (total: number) => `共 ${count(total)} 个版本或同名文件`,
  citedBy: '被引用',
  citedByTotal: (shown: number, total: number) =>
    total > shown
      ? `共 ${count(total)} 篇文件提到本文件，以下是最新的 ${count(shown)} 篇`
      : `${count(total)} 篇文件提到本文件`,
  similar: '相近文件',
  similarHint: '按正文用字自动比对，可能是同一文件的其他版本或转发件。',
  resemblance: (percent: number) => `约 ${percent}% 相同`,
  identical: '正文完全相同',
  copies: '完全相同的副本',
  copiesHint: '以下文件中的记录与本文件完全相同，已合并为这一篇。',
  lineage: '机构沿革',
  /** The reform of a local body is told by the general rule, and so is its year. */
  year: (year: number, isGeneral: boolean) => `${year} 年${isGeneral ? '前后' : ''}`,
  renamed: (year: string, former: string, now: string) => `${year}，${former}改为${now}`,
  duties: (year: string, former: string, now: string) => `${year}，${former}的相关职责划入${now}`,
  generalHint: '地方机构按各地机构改革的一般情况列出，与当地实际可能有出入，请核对。',
  /** Leads to the documents of a body. */
  bodyDocuments: (name: string) => `查看${name}的文件`,
}
