import { quoted } from './text.quoted.zh.js'

const count = (value: number): string => value.toLocaleString('zh-CN')

/** What the site says about how a query was read, and about numbers of documents. */
export const queryText = {
  reading: {
    term: (text: string, isExact: boolean) => `${quoted(text)}${isExact ? '（逐字）' : ''}`,
    alternatives: (terms: readonly string[]) => terms.join('或'),
    all: (isExact: boolean, groups: readonly string[], excluded: readonly string[]) =>
      `${isExact ? '逐字查找' : '查找'}：${groups.map((group) => `含${group}`).join('，且')}` +
      `${excluded.length > 0 ? `，不含${excluded.join('、')}` : ''}`,
  },
  exactness: {
    total: (total: number) => `逐字匹配，共 ${count(total)} 篇`,
    occurrences: (total: number) => `${count(total)} 处`,
    many: '，处数较多，从略',
    countAll: '统计处数',
    toLoose: '改用最佳匹配',
    toExact: '改用逐字匹配',
  },
  notices: {
    unbalancedQuote: (phrase: string) => `引号没有成对，已把${quoted(phrase)}当作一个整体查找。`,
    strayQuote: '引号没有成对，已忽略。',
    emptyQuotes: '引号里没有文字，已忽略。',
    loneOperator: '减号或“或者”（OR）的前后缺少词语，或者连在一起使用，已按能够理解的部分查找。',
    operatorsInExact: '逐字匹配时，引号、减号和 OR 都当作普通文字查找。',
    rewrite: (q: string) => `规范的写法：${q}`,
    asWords: '不要引号，按词语查找',
    asOperators: '按检索符号理解',
    tooLong: (limit: number) => `检索内容过长，只使用了前 ${count(limit)} 个字。`,
    tooMany: (limit: number) => `分开输入的词语过多，只使用了前 ${count(limit)} 个，其余没有查找。`,
    nothingToFind: '输入的内容里没有可以查找的文字，请至少写一个要查找的词。',
    synonyms: (words: { of: string; others: readonly string[] }[]) =>
      `同时查找近义词：${words.map(({ of, others }) => `${quoted(of)}也找${others.map(quoted).join('')}`).join('，')}。` +
      '给词语加上引号，就只找这个词。',
    dated: (times: readonly string[]) =>
      `${times.map(quoted).join('、')}既找写到这个时间的文件，也找当时成文的文件。给时间加上引号，就只找写到它的。`,
    narrowed: '按时间排列时，只列出含有所问大部分词语的文件。',
    ranked: '按相关程度排列，查看全部',
    earliestFirst: '您问的是最早的说法：本站收录的文件中，说到这些词语的最早几篇排在前面，其余按相关程度排列。',
    inOrderOfTime: '全部按时间从早到晚排列',
    partialMatch: (missing: string[]) =>
      missing.length > 0
        ? `没有文件包含全部词语，以下文件只包含其中一部分。未能同时包含：${missing.map(quoted).join('、')}。`
        : '没有文件包含全部词语，以下文件只包含其中一部分。',
  },
  zero: {
    heading: '没有找到符合条件的文件',
    nothing: {
      heading: '没有写要查找的词',
      reason: '输入的内容里没有可以查找的文字。',
      onlyExcluded: (words: readonly string[]) =>
        `只写了不要包含的${words.map(quoted).join('')}。请再写一个要查找的词。`,
      tips: ['减号、引号和 OR 要与查找的词一起使用，例如“营商环境 -草案”“助餐 OR 送餐”。'],
    },
    browse: '查看全部文件',
    eachTerm: '单独查找每个词语：',
    term: quoted,
    found: (total: number) => `${count(total)} 篇`,
    foundElsewhere: (total: number) => `所选条件内没有，不加条件有 ${count(total)} 篇`,
    absent: '没有任何文件包含',
    loosen: '放宽一项再查：',
    inVain: (labels: readonly string[]) => `${labels.join('、')}，${labels.length > 1 ? '都' : ''}仍然没有结果。`,
    also: '也可以：',
    withCount: (label: string, total: number) => `${label}：${count(total)} 篇`,
    dropFilter: (label: string, values: readonly string[], total: number) =>
      `去掉条件“${label} ${values.join('、')}${total > values.length ? `等 ${count(total)} 项` : ''}”`,
    dropDate: {
      from: (date: string) => `去掉条件“成文不早于 ${date}”`,
      to: (date: string) => `去掉条件“成文不晚于 ${date}”`,
    },
    relax: {
      excluded: '不排除任何词语',
      exactness: '改用最佳匹配',
      scope: '在标题和正文中查找',
      all: '去掉全部条件',
    },
    tips: ['换一个更短或更常见的说法，例如把“老旧小区加装电梯补贴标准”改为“加装电梯”。', '检查有没有错别字。'],
  },
  docNumber: {
    several: (number: string) => `${number} 有多篇文件`,
    severalHint: '不同机构可能使用同一文号，请选择要看的文件。',
    none: (number: string) => `未收录${number}`,
    noneHint: '档案中没有标注这个编号的文件。',
    departedHint: '本馆曾收录标注这个编号的文件，现已移出档案：',
    neighbours: '同一文号序列中收录的相邻文件：',
    inSeries: (series: string, total: number) => `查看收录的 ${count(total)} 件${series}文件`,
    nearest: (series: string, total: number) => `查看年份最近的${series}文件（收录 ${count(total)} 件）`,
    mentions: (number: string, total: number) => `正文提到${quoted(number)}的文件（${count(total)} 篇）`,
    noMentions: (number: string) => `也没有文件的正文提到${quoted(number)}。`,
    malformed: (value: string) =>
      `${quoted(value)}不是完整的发文字号，地址应写成 /w/机关代字/年份/序号，例如 /w/国发/2021/5；没有年份的令号写成 /w/国务院令/-/711。`,
    series: (code: string, year: number | null) => (year === null ? code : `${code}〔${year}〕`),
    seriesHeading: (series: string) => `${series}文件`,
    seriesTotal: (total: number, first: number, last: number) =>
      `共收录 ${count(total)} 件，${first === last ? `序号 ${first}` : `序号从 ${first} 到 ${last}`}。`,
    gaps: (missing: string) => `其间未收录：${missing}。`,
    gapSeparator: '、',
    noSeries: (series: string) => `未收录${series}的文件`,
    malformedSeries: (value: string) => `${quoted(value)}无法识别，地址应写成 /w/机关代字/年份，例如 /w/国发/2021。`,
  },
}
