/** What the contract itself says to people, in Simplified Chinese. */
const waysOut = '请用 docker compose up 启动，或自行运行 Meilisearch 1.21 并设置 MEILI_URL 和 MEILI_MASTER_KEY。'
const rebuild = '请移走这个文件夹，再运行 npm start：索引会由 DATA_DIR 中的档案库重建。'

export const text = {
  engine: {
    unreachable: (url: string) => `搜索引擎没有应答（${url}）。请确认 Meilisearch 正在运行，MEILI_URL 填写正确。`,
    stranger: (url: string, status: number) =>
      `在 ${url} 应答的不是 Meilisearch（HTTP ${status}）。请检查 MEILI_URL 是否填写正确，并确认 Meilisearch 正在运行。`,
    refused: (status: number, message: string) =>
      `搜索引擎没有接受请求（HTTP ${status}${message && `：${message}`}）。请确认它是 Meilisearch 1.21。`,
    wrongKey: '搜索引擎不接受所给的密钥。请检查 MEILI_MASTER_KEY（索引用）或 MEILI_SEARCH_KEY（网站用）。',
    diskFull: '磁盘空间不足，搜索引擎无法写入。请清理磁盘后重新运行，已发布的内容没有变化。',
    taskFailed: (type: string, reason: string) => `搜索引擎未能完成任务（${type}）：${reason}`,
    wrongChecksum: `内置搜索引擎的文件与预期的校验值不符，未予运行。请删除 node_modules 后重新安装；若仍不符，${waysOut}`,
    noBinary: (platform: string) => `内置搜索引擎只有 Linux x64（glibc）版本，本机（${platform}）没有。${waysOut}`,
    noStart: (seconds: number, log: string) => `内置搜索引擎在 ${seconds} 秒内没有启动，日志见 ${log}。`,
    startDiskFull: (folder: string) => `磁盘空间不足，内置搜索引擎无法启动。请清理 ${folder} 所在的磁盘后重试。`,
    startDenied: (folder: string) =>
      `没有写入 ${folder} 的权限，内置搜索引擎无法启动。请更改权限，或把 DATA_DIR 设为可写的目录。`,
    otherVersion: (folder: string) => `${folder} 中的数据由另一版本的搜索引擎写成，无法打开。${rebuild}`,
    damaged: (folder: string) => `${folder} 中搜索引擎的数据已经损坏，无法打开。${rebuild}`,
    startFailed: (failure: string, log: string) => `内置搜索引擎启动失败（${failure}）。日志见 ${log}。`,
  },
  environment: {
    badSize: (name: string, value: string) =>
      `${name} 的值“${value}”不能用：应为不小于 0 的整数（兆字节），0 表示不保存原件。`,
    badUrl: (value: string) =>
      `MEILI_URL 的值“${value}”不能用：应为以 http:// 或 https:// 开头的网址，例如 http://127.0.0.1:7700。`,
  },
  document: {
    badDate: '日期应为 2021、2021-08 或 2021-08-24',
    badId: '编号只能由字母、数字和连字符组成',
    noTitle: '没有标题',
    noText: '没有正文',
    badUrl: '网址应以 http:// 或 https:// 开头',
  },
}
