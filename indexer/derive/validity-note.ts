import { posix } from 'node:path'
import type { Validity } from '../contract/validity.js'
import { readValidity } from './validity.js'

/** 修订 alone says of which year the text is. */
const NOTE =
  '((?:现行|继续)有效|(?:全文|已被?|宣布|已宣布)?(?:废止|失效)|部分(?:条款)?(?:失效|废止)|已被?修改|尚?未生效|即将生效)'
const AT_END = new RegExp(`.{4}[（(【〔[]${NOTE}[）)】〕\\]]$`)
const AT_BEGINNING = new RegExp(`^[（(【〔[]${NOTE}[）)】〕\\]].{4}`)
/** What lists documents is called after what it lists: 规范性文件目录（废止）. */
const LIST = /目录|清单|清理|一览|汇总|统计|名单|列表|台账|[表册][（(【〔[]/

/** The validity that a title, else the name of its file, says in brackets at its end or before it; null for none. */
export function validityNote(title: string, file: string | null): Validity | null {
  return noteIn(title) ?? (file === null ? null : noteIn(posix.parse(file).name))
}

function noteIn(name: string): Validity | null {
  const line = name.normalize('NFC').replace(/\s/g, '')
  const found = AT_END.exec(line)?.[1] ?? AT_BEGINNING.exec(line)?.[1]
  return found === undefined || LIST.test(line) ? null : readValidity(found.replace('已宣布', '宣布'))
}
