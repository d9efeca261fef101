import { closedName } from '../visibility-name.js'

const NOTE = /[（(【[〔]([^（()）【】[\]〔〕]+)[）)】\]〕]/g
/** What stands apart in a name, as what is said of the file may: 通知-不公开. */
const PARTS = /\s*[-—_－＿]+\s*/
/** What is written for those who apply is for everybody: 依申请公开-申请表. */
const FOR_APPLICANTS =
  /(?:指南|须知|说明|流程图?|申请[表书]|告知书|答复书|年度?报告|年报|样[本式]|格式|模板)[\d年版（）()]*$/

/**
 * That a file is not for the public by the folder it lies in, or by a note in its name, in brackets or set apart at
 * either end; null where neither says so. `path` is its path within the archive, with `/`.
 */
export function restrictionInPath(path: string): string | null {
  const folders = path.normalize('NFC').split('/')
  const file = (folders.pop() ?? '').replace(/\.[a-z\d]{1,5}$/i, '')
  const inFolder = folders.map((folder) => closedName(folder.replace(/\.(?:zip|tar|tgz|gz)$/i, ''))).find(Boolean)
  return inFolder ?? restrictionInName(file)
}

function restrictionInName(file: string): string | null {
  const notes = [...file.matchAll(NOTE)].map(([, note]) => note!)
  const parts = file.split(PARTS)
  const last = parts.length > 1 ? parts.at(-1)! : ''
  const first = parts.length > 1 && !FOR_APPLICANTS.test(last) ? parts[0]! : ''
  return [...notes, first, last].map(closedName).find(Boolean) ?? null
}
