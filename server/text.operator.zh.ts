import { quoted } from './text.quoted.zh.js'

const ENVIRONMENT = {
  PORT: '应为 0 到 65535 之间的整数，0 表示自动选择空闲端口',
  HOST: '应为主机名或 IP 地址，例如 127.0.0.1',
  DATA_DIR: '应为文件夹路径，例如 ./data',
  MEILI_URL: '应为以 http:// 或 https:// 开头的网址，例如 http://127.0.0.1:7700',
  MEILI_SEARCH_KEY: '应为搜索引擎的查询密钥',
  SITE_URL: '应为不带路径的网站地址，例如 https://archive.example.gov.cn',
  LOG_LEVEL: '应为 silent、error、warn、info、debug 之一',
}

const LISTEN_REASONS: Record<string, string> = {
  EADDRINUSE: '已被其他程序占用，请关闭那个程序，或用 PORT 换一个端口（PORT=0 自动选择）',
  EACCES: '没有权限使用，请用 PORT 换一个 1024 以上的端口',
  EADDRNOTAVAIL: '不是本机的地址，请检查 HOST',
  ENOTFOUND: '无法识别，请检查 HOST',
}

/** What operators and programs are told: on the terminal, and by the HTTP server before any page. */
export const operatorText = {
  clientErrors: {
    unencoded:
      '地址中的汉字须经百分号编码后发送。浏览器会自动编码；用 curl 时请写成：curl --get --data-urlencode "q=检索词" 网址',
    tooLong: '地址过长，请缩短检索内容后重试。',
    timeout: '等待请求超时，请重试。',
    other: '无法识别这个请求，请检查后重试。',
  },
  config: (name: keyof typeof ENVIRONMENT, value: string) =>
    `环境变量 ${name} 的值${quoted(value)}无法使用，${ENVIRONMENT[name]}。`,
  otherSchema:
    '检索库与网站的程序版本或用户词典不一致，分词可能有出入。请运行 npm run index（或 prepare）更新检索库；如果刚更新过，请重启网站。',
  listen: (host: string, port: number, code: string) =>
    `网站无法启动：地址 ${host}:${port} ${LISTEN_REASONS[code] ?? `无法使用（${code}）`}。`,
}
