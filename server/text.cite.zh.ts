/** The box by which a document is cited. */
export const citeTexts = {
  cite: '引用本文',
  permanent: '永久网址',
  citation: '引文格式（GB/T 7714—2025）',
  copyCitation: '复制引文',
  citationCopied: '已复制引文',
  citationSelected: '浏览器不允许自动复制，引文已经选中，请手动复制',
  authorSeparator: '，',
  andOthers: '等',
  hashHint: '对全部段落（以换行符相连）计算；正文有任何改动，校验值都会不同。',
}
