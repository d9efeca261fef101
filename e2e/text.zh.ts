/** What evaluation and benchmarks say to people when they cannot be made; figures are printed as they are. */
export const text = {
  evaluateUsage: `用法：npm run evaluate -- --corpus C.jsonl --queries Q.tsv --qrels R.tsv [--json] [--misses]`,

  benchUsage: `用法：npm run bench -- 名称 文件…或档案库 [选项]

  index      文件             索引，与同一引擎单独运行相比
  kill       文件 [--kills 20]   反复杀掉索引程序，同时不断访问网站；最后的档案库是否与未受打扰时相同
  malformed                   2000 个残缺或恶意的文件各自的结果和用时
  search     档案库           一页检索结果，与引擎的一次查询相比
  latency    档案库 [--queries 文件]   服务器中的检索，与同样的一次查询相比；文件每行是 编号<TAB>检索词
  exact      档案库           文中的 300 个字符串：精确总数与逐篇扫描相比
  known-item 档案库 --queries 文件   按名称查找的文件是否排在第一；文件每行是 编号<TAB>检索词<TAB>路径
  answers    档案库 [--queries 文件]   提问能否找到作答的文件、摘出答案；文件每行是 问题<TAB>标题<TAB>答案，后两项为正则表达式
  suggest    档案库           输入时的联想
  spelling   档案库 [--pairs 文件夹]   错字的纠正；文件夹里是成对的 X_error.txt 和 X_correct.txt，每行一句

“文件”是 路径… [--source 文件]…，索引到一个临时的档案库；“档案库”是同样的文件，或 --data-dir 文件夹（已有的档案库，只读取）。`,

  interrupted: '已中断。',
  option: (option: string, name: 'bench' | 'evaluate') =>
    `参数“${option}”不能这样用：没有这个选项，或者少了它的值。用 npm run ${name} -- --help 查看用法。`,
  noArchive: (folder: string) => `“${folder}”里没有带内置搜索引擎的档案库。请检查 --data-dir，或改为给出要索引的文件。`,
  unpublished: (folder: string) => `“${folder}”里的档案库还没有发布过内容，请先运行一次索引。`,
  otherVersion: '提示：这个档案库由另一版本的程序或词典索引。',
  indexingFailed: (code: number | null) => `索引命令没有成功（退出码 ${code}），原因见上。`,
  notJudged: (queries: string, qrels: string) =>
    `“${queries}”里的检索词在“${qrels}”里都没有评判，请检查两个文件是否配套。`,
  corpusLine: (file: string, line: number) => `“${file}”第 ${line} 行应为含有 "id" 和 "text" 的 JSON 对象。`,
  queryLine: (file: string, line: string) => `“${file}”的每一行应为 编号<TAB>检索词，这一行不是：${line}。`,
  noItems: (file: string) => `“${file}”里没有一行 编号<TAB>检索词<TAB>路径。`,
  itemLine: (file: string, line: string) => `“${file}”的每一行应为 编号<TAB>检索词<TAB>路径，这一行不是：${line}。`,
  noQuestions: (file: string) => `“${file}”里没有一行 问题<TAB>标题<TAB>答案。`,
  answerLine: (file: string, line: string) =>
    `“${file}”的每一行应为 问题<TAB>标题<TAB>答案，后两项为正则表达式，这一行不是：${line}。`,
  qrelsLine: (file: string, line: string) =>
    `“${file}”的每一行应为 TREC qrels（检索词编号 0 文件编号 分值），这一行不是：${line}。`,
}
