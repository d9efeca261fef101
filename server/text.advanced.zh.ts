/** The form with a field for each thing that a query can say. */
export const advancedTexts = {
  title: '高级检索',
  titleOfProblem: '填写有误：高级检索',
  intro: '各栏可以只填一部分，填写的条件须同时符合。词语都按原样查找，不找近义词。',
  fields: {
    all: { label: '包含全部词语', hint: '几个词之间用空格或顿号分开，例如：老旧小区 电梯' },
    phrase: { label: '包含完整语句', hint: '文字、标点一字不差，例如：人民城市人民建' },
    any: { label: '包含任意一个词', hint: '几个词有一个即可，例如：助餐 送餐' },
    none: { label: '不包含', hint: '含有其中任何一个词的文件不列出，例如：草案 征求意见' },
  },
  nothing: '还没有填写要查找的文字，请至少填写前三栏中的一栏。',
  onlyExcluded: '只填了“不包含”，还缺少要查找的内容，请在前三栏中至少再填一栏。',
}
