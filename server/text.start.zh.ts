/** What `npm start` and the site's own process say on the terminal. */
export const startText = {
  serving: (url: string) => `政言已启动：${url}`,
  preparing: '档案库还没有可用的索引，正在准备（空的档案库会收录示例档案）……',
  indexed: '索引完成。',
  indexingFailed: '索引没有完成，原因见上；网站继续提供原有内容。',
  missing: (path: string) => `找不到“${path}”，没有启动。请检查路径是否正确。`,
  option: (option: string) =>
    `选项“${option}”不能这样用。npm start 只接受路径和 --source 文件，例如：npm start -- ./我的档案 --source ./source.yml。`,
  noAnswer:
    '搜索引擎启动后没有应答，网站没有启动。日志在 DATA_DIR 的 engine/engine.log；如果总是这样，请移走 DATA_DIR 里的 engine 文件夹，再运行 npm start：索引会由档案库重建。',
  noArguments: (argument: string) =>
    `npm run serve 不接受参数“${argument}”，没有启动。它的设置都在环境变量里，例如：MEILI_URL=http://127.0.0.1:7700 npm run serve。`,
  noEngine: '单独运行网站时需要设置 MEILI_URL，例如 http://127.0.0.1:7700；想连同搜索引擎一起启动，请运行 npm start。',
  noSearchKey: '没有搜索密钥。请设置 MEILI_SEARCH_KEY，或先运行一次索引，让它在 DATA_DIR 中写下密钥。',
}
