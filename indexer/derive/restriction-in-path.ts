/** Names of what is kept apart because it is not for the public. */
const CLOSED = '依申请公开|不予公开|不公开|非公开|暂不公开|涉密|内部|绝密|机密|秘密'
/** A folder that is called so and nothing more: 02 不予公开, 涉密文件. */
const FOLDER = new RegExp(`^[\\d.、\\s_-]*(${CLOSED})(?:类|的)?(?:文件|资料|材料|公文|信息|文档)?$`)
/** A file whose name says so in brackets: 关于某事的通知（不公开）.doc. */
const FILE = new RegExp(`[（(【[](${CLOSED})(?:文件|资料|材料)?[）)】\\]]`)

/**
 * That a file is not for the public by the folder it lies in, or by a note in its name; null where neither says so.
 * `path` is its path within the archive, with `/`.
 */
export function restrictionInPath(path: string): string | null {
  const folders = path.normalize('NFC').split('/')
  const file = folders.pop() ?? ''
  for (const folder of folders) {
    const found = FOLDER.exec(folder.replace(/\.(?:zip|tar|tgz|gz)$/i, ''))?.[1]
    if (found !== undefined) return found
  }
  return FILE.exec(file)?.[1] ?? null
}
