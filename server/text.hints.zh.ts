/** What helps a reader on: completions while typing, what was meant, what else there is. */
export const hintTexts = {
  suggest: {
    label: '检索建议',
    /** {n} is the number, put in by the script. */
    count: '有 {n} 条建议，用上下方向键选择',
    none: '没有建议',
    kinds: { term: '', issuer: '机构', number: '文号', title: '标题' },
  },
  hints: {
    meant: '您要找的是不是：',
    found: (total: number) => `（${total.toLocaleString('zh-CN')} 篇）`,
    related: '相关检索',
  },
}
