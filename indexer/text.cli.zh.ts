/** What the indexing command says. Functions take the values that the sentence names. */
export const text = {
  sync: {
    duplicate: (file: string) => `与“${file}”的内容完全相同，只收录一份`,
    noRecords: '文件里没有记录',
    sourceFile: '来源说明文件，不是记录',
    hidden: '隐藏文件或隐藏文件夹里的文件，不是记录',
    trash: '回收站里的文件，已被删除，不收录；需要收录请先移出回收站',
    system: '系统自己的文件或备份，不是记录',
    temporary: '文档打开或下载时的临时文件，不是记录',
    originalNotKept: {
      tooLarge: '原件超过 ORIGINALS_MAX_MB 规定的大小，未予保存',
      noRoom: '磁盘余量不足 1 GB，原件未予保存',
    },
  },

  removal: {
    noFiles: (path: string, held: number) =>
      `“${path}”里现在没有任何文件，而档案库有 ${held} 篇来自这里，未作任何改动。如果文件在另一块磁盘上，请确认它已经挂载；确要移除，请加 --allow-removal。`,
    tooMany: (path: string, held: number, leaving: number, percent: number) =>
      `来自“${path}”的 ${held} 篇文件将有 ${leaving} 篇移出档案，超过 ${percent}%，未作任何改动。请检查文件夹是否完整；确要移除，请加 --allow-removal。`,
    minimum: (name: string, file: string, minimum: number, count: number) =>
      `来源“${name}”至少应有 ${minimum} 篇，现在只有 ${count} 篇，未作任何改动。请检查文件夹是否完整，或更正 ${file} 中的 expect.minimum；确要发布，请加 --allow-removal。`,
  },

  usage: `用法：npm run index -- 路径… [选项]

把文件或文件夹同步到档案库，并说明每个文件的处理结果。
可读取：TXT、Markdown、HTML、JSON、JSONL、CSV、PDF、DOCX、DOC、OFD、XLSX，以及其中装有这些文件的 ZIP、TAR、TAR.GZ。

  --source 文件   另存的 source.yml（可重复），说明它所描述的文件夹如何对应字段
  --dry-run       只读取和检查，不作任何改动
  --rebuild       重新读取全部文件，并重建索引；不给路径时只由档案库重建索引
  --allow-removal 允许大量文件移出档案（文件夹变空、移出超过两成、少于来源的最低篇数）
  --watch         持续跟随：文件夹有变化就同步，直到按 Ctrl-C
  --json          结果以 JSON 输出，进度也逐行以 JSON 输出（在标准错误）
  --propose-words 从档案里找新词，供用户词典选用
  --explain 文件  逐项说明一个文件是怎样读取的；压缩包里的写作 包.zip/里面的文件
  --quality       档案质量报告：列出应当核对的记录（可加 --json）
  --help          显示本说明

退出码：0 全部收录；2 部分记录未收录（其余已收录）；1 未作任何改动。`,

  proposals: {
    heading: '# 建议加入用户词典的新词。删去不要的行，其余存入 WORDS_DIR 中的 domain.txt。',
    none: '没有找到新词。',
    line: ({
      word,
      count,
      cohesion,
      freedom,
      example,
    }: Record<'word' | 'example', string> & Record<'count' | 'cohesion' | 'freedom', number>) =>
      `${word}  # ${count} 次，凝固度 ${cohesion}，自由度 ${freedom}，例：${example}`,
  },

  errors: {
    noPath: '请给出要索引的文件或文件夹，例如：npm run index -- ./我的档案',
    option: (option: string) =>
      `选项“${option}”不能这样用：没有这个选项，或者少了它的值。用 npm run index -- --help 查看用法。`,
    together: (options: string) => `${options} 不能同时使用，未作任何改动。请只留一个，分几次运行。`,
    noArguments: (argument: string) =>
      `prepare 不接受参数“${argument}”，未作任何改动。它的设置都在环境变量里；要索引文件，请用 npm run index -- 路径…。`,
    missing: (path: string) => `找不到“${path}”，未作任何改动。请检查路径是否正确。`,
    noFiles: (paths: string) => `“${paths}”里没有任何文件，未作任何改动。如果文件在另一块磁盘上，请确认它已经挂载。`,
    noCatalogue: (dataDir: string) =>
      `“${dataDir}”里还没有档案库。请检查 DATA_DIR，或先索引文件，例如：npm run index -- ./我的档案。`,
    damaged: (file: string) =>
      `档案库的数据文件“${file}”已经损坏，未作任何改动。请用备份恢复它所在的文件夹，或把 DATA_DIR 设为新的文件夹后重新索引。`,
    busy: '另一次索引正在进行，请等它结束后再运行。',
    lockLost: '档案库的锁被移走了，已停止，档案库仍是上一次的内容。请确认没有别的索引在进行，再重新运行。',
    changedWhileRead: (path: string) => `读取“${path}”时，它正被改写，未作任何改动。请等它写完后重新运行。`,
    diskFull: '磁盘空间不足，未作任何改动。请清理磁盘后重新运行。',
    denied: (path: string) => `没有权限读写“${path}”，未作任何改动。请检查文件权限。`,
    notAFolder: (path: string) =>
      `“${path}”不能用作文件夹：它或它的上级是一个文件。未作任何改动，请检查所给的路径和 DATA_DIR。`,
    publication: (detail: string) =>
      `新索引与文件核对不一致（${detail}），没有切换；读者看到的仍是上一次的内容。请重新运行，仍不行请报告此问题。`,
    unexpected: (detail: string) => `程序出错，未作任何改动：${detail}`,
    interrupted: '已中断，档案库仍是上一次的内容。',
  },

  progress: {
    reading: (files: number, total: number, records: number, rate: string) =>
      `读取 ${files}/${total} 个文件，已收录 ${records} 篇，每秒 ${rate} 篇`,
    left: (seconds: number) => `，约剩 ${seconds} 秒`,
    publishing: (records: number, seconds: number) => `正在核对并发布，共读取 ${records} 篇，已用 ${seconds} 秒……`,
    rejected: (count: number) => (count > 0 ? `，${count} 条未收录` : ''),
  },

  watch: {
    begins: (paths: string) => `正在跟随“${paths}”，有变化就同步。按 Ctrl-C 结束。`,
    failed: (seconds: number) => `这次同步没有成功，${seconds} 秒后或文件有变化时再试。`,
    ends: '已停止跟随。',
    usage: '--watch 要给出文件或文件夹，且不能与 --dry-run、--rebuild 同用，例如：npm run index -- --watch ./我的档案',
  },

  summary: {
    dryRun: '（试运行，未作任何改动）',
    totals: (files: number, records: number) => `共 ${files} 个文件，收录 ${records} 篇。`,
    changes: (added: number, updated: number, unchanged: number, removed: number) =>
      `新增 ${added}，更新 ${updated}，未变 ${unchanged}，移除 ${removed}。`,
    skipped: (count: number) => `跳过 ${count} 个文件：`,
    rejected: (count: number) => `未收录 ${count} 条记录：`,
    warnings: (count: number) => `提示 ${count} 条：`,
    line: (file: string, record: number | null, reason: string) =>
      `  ${file}${record === null ? '' : ` 第 ${record} 条`}：${reason}`,
    about: (what: string, message: string) => `“${what}”：${message}`,
    more: (count: number) => `  ……另有 ${count} 条，用 --json 可看到全部。`,
    time: (seconds: number) => `用时 ${seconds} 秒。`,
    rebuilt: (documents: number, history: number) =>
      `已由档案库重建索引：${documents} 篇文件，${history} 条历次版本和移出记录。`,
    published: '新内容已发布。',
    nothingNew: '内容没有变化，索引未改动。',
  },

  explain: {
    record: (position: number | null) => (position === null ? '记录' : `第 ${position} 条记录`),
    unknown: '没有对应字段的标签：',
    paragraphs: (count: number) => `正文 ${count} 段`,
    outline: '目录：',
    references: '引用文件：',
    skipped: (reason: string) => `未读取：${reason}`,
  },
}
