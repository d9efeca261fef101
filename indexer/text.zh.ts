/** Everything the indexer says to people, in one place. Functions take the values that the sentence names. */
export const text = {
  encoding: {
    binary: '内容是二进制数据，不是文字',
    unknown: '无法判断文字编码：按 UTF-8、UTF-16、GB18030、Big5 读取都不成文字',
  },

  skipped: {
    empty: '空文件（0 字节）',
    blank: '文件里只有空白',
    kind: (kind: string) => `${kind}不是可读取的文字格式，请先转换成 HTML、Markdown、纯文本或 JSON`,
    extension: (extension: string) => `不认识的文件类型 ${extension}`,
    noText: (labels: string) => `表格没有正文一栏（栏目：${labels}），不是记录`,
    restricted: (visibility: string) => `标明“${visibility}”，不收入公开档案`,
  },

  kinds: {
    pdf: 'PDF 文件',
    office: 'Office 文档',
    ofd: 'OFD 文件',
    zip: '压缩包',
    image: '图片',
    media: '音像文件',
    program: '程序文件',
  },

  rejected: {
    json: (detail: string) => `不是有效的 JSON：${detail}`,
    notAnObject: 'JSON 记录应为对象（{…}）',
    noRecords: 'JSON 里没有记录：应为对象、对象数组或每行一个对象',
    csv: (expected: number, found: number) => `这一行有 ${found} 栏，表头有 ${expected} 栏`,
    internal: (message: string) => `读取时出错：${message}`,
    /** `field` is the Chinese name of the field. */
    invalid: (field: string, problem: string, advice: string) => `${field}：${problem}。${advice}`,
  },

  /** What to do about a field that failed the check of the schema. */
  advice: {
    title: '请补写名称，或在 source.yml 中为它写一条 title 规则',
    paragraphs: '请检查正文是否在文件里，网页可在 source.yml 的 selectors.text 中指明正文所在',
    other: '请改正这一项，或在 source.yml 的 corrections 中更正',
  },

  warnings: {
    date: (value: string) => `“${value}”不是日期，未采用`,
    dateAhead: (value: string) => `日期 ${value} 在将来，已照录`,
    dateEarly: (value: string) => `日期 ${value} 早得不合情理，已照录`,
    yearDiffers: (stated: string, found: string) => `标明 ${stated} 年，正文写的是 ${found}，以标明的为准`,
    validity: (value: string) => `“${value}”不在七种有效性之中，记为“未标注”`,
    docNumber: (value: string) => `文号“${value}”不合 GB/T 9704 的写法，已照录`,
    url: (value: string) => `“${value}”不是 http(s) 网址，未采用`,
    unknownLabel: (value: string) => `没有与此标签对应的字段，值“${value}”未收入`,
    more: (values: string) => `只用第一个值，未采用：${values}`,
    replaced: (count: number) => `有 ${count} 处字节无法解码，以“\uFFFD”代替`,
    textTitle: '没有写明名称，以文件名代替',
    publishedBefore: (published: string, written: string) => `发布日期 ${published} 早于成文日期 ${written}`,
    numberYear: (year: number, written: string) => `文号的年份 ${year} 与成文日期 ${written} 不同`,
    missing: (field: string) => `没有${field}`,
  },

  /** Where a value came from, for `--explain`. */
  from: {
    words: '由正文词频算出（nodejieba TF-IDF）',
    classified: '按名称、正文和机构用词自动归类',
    occasion: '名称或文首“在……上”',
    place: '文首日期后的地点',
    bodyName: '由发布机构的名称拆分',
    label: (label: string) => `标签“${label}”`,
    meta: (name: string) => `网页标签“${name}”`,
    frontMatter: (key: string) => `文首元数据“${key}”`,
    htmlTitle: '网页标题',
    heading: '正文首个标题',
    firstLine: '正文首行',
    lines: '文首日期、讲话人行',
    titleLine: '名称中的括注',
    signature: '文末落款',
    fileName: '文件名',
    selector: (selector: string) => `source.yml 选择器“${selector}”`,
    rule: (pattern: string) => `source.yml 路径规则“${pattern}”`,
    constant: 'source.yml 常量',
    correction: 'source.yml 更正',
    notStated: '未标明',
  },

  /** Names of the fields in messages. */
  fields: {
    id: '编号',
    title: '名称',
    issuer: '发布机构',
    doc_number: '文号',
    index_number: '索引号',
    written: '成文日期',
    published: '发布日期',
    effective: '施行日期',
    validity: '有效性',
    topics: '主题分类',
    keywords: '主题词',
    speaker: '讲话人',
    occasion: '场合',
    place: '地点',
    bodies: '机构层级',
    url: '网址',
    visibility: '公开方式',
    file: '文件',
    paragraphs: '正文',
    outline: '目录',
    derived: '推得的字段',
    content_hash: '正文校验值',
  } as Record<string, string>,

  source: {
    /** `line` is the line of the yml file, from 1. */
    at: (file: string, line: number, message: string) => `${file} 第 ${line} 行：${message}`,
    yaml: (detail: string) => `YAML 写法有误（${detail}）`,
    unknownKey: (key: string, allowed: string) => `不认识“${key}”，可用的有：${allowed}`,
    wrongType: (key: string, expected: string) => `“${key}”应为${expected}`,
    unknownField: (name: string, allowed: string) => `没有字段“${name}”，可用的有：${allowed}`,
    placeholder: (name: string, allowed: string) => `模板里的“{${name}}”不在路径模式中，可用的有：${allowed}`,
    pattern: (pattern: string, detail: string) => `模式“${pattern}”写法有误（${detail}）`,
    brace: '“{”没有与之配对的“}”',
    badName: (part: string) => `“${part}”里应为名称，或“名称:正则式”`,
    repeated: (name: string) => `“{${name}}”出现了两次`,
    empty: '文件是空的，至少要有 name 一项',
    types: {
      map: '键值表',
      text: '文字',
      list: '列表',
      template: '模板文字、带 value 的表，或它们的列表',
      mode: 'fill、replace、fallback 之一',
      visibility: '“主动公开”“依申请公开”“不予公开”之一',
    },
  },
}
