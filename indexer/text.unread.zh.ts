/** What the indexer says of what a file holds besides the text, or the one document, that was read. */
export const text = {
  pictures: (count: number, length: number) =>
    `文档里有 ${count} 张图片，文字只有 ${length} 字；图片里的文字未收入，如是扫描件请先作文字识别（OCR）`,
  embedded: (count: number) => `文档里嵌有 ${count} 个别的文档，未收入；需要收录请各存为一个文件`,
  chunk: (name: string) => `文档引入的“${name}”无法读取，其中的文字未收入`,
  oblique: (said: string[]) => `斜着排的文字（多为水印或印章）未收入：“${said.slice(0, 3).join('”“').slice(0, 60)}”`,
  picturesInPage: (count: number, length: number) =>
    `网页里有 ${count} 张图片，文字只有 ${length} 字；图片里的文字未收入，正文如是扫描件请先作文字识别（OCR）`,
  filesInPage: (files: string) => `网页里显示的文件“${files}”未收入；正文如在其中，请一并收录那个文件`,
  deletedInPage: (beginning: string) => `网页上标明已删除（<del>）的文字未收入：“${beginning}”`,
  oneOfPages: (pages: number) =>
    `网页只有一篇长文的一页${pages > 1 ? `（共 ${pages} 页）` : ''}，别的页不在其中；要作为一篇检索，请把各页合成一个文件再收录`,
  severalDocuments: (numbers: string[]) =>
    `像是 ${numbers.length} 份公文合在一起（${numbers.slice(0, 3).join('、')}${numbers.length > 3 ? '等' : ''}），作为一篇收录；要分别检索，请各存为一个文件`,
}
