import { posix } from 'node:path'
import type { ExtractedRecord } from '../record.js'

/** What offices call a text that is still being worked on; not 征求意见稿, 送审稿 and 草案, which are shown to the public. */
const DRAFT =
  '(?:草稿|(?:第?[一二三四五六七八九十\\d]{1,3}次)?(?:讨论稿|修改稿)|第?[一二三四五六七八九十\\d]{1,2}稿|初稿|过程稿|代拟稿|未定稿|送签稿|会签稿|报批稿|内部(?:征求意见|讨论)?稿)'
const WHEN = '(?:[\\d.\\-—年月日]{0,12}(?:修改|改)?)'
const NOTE = new RegExp(`[（(【〔[]${WHEN}(${DRAFT})${WHEN}[）)】〕\\]]$`)
const NOTE_FIRST = new RegExp(`^[（(【〔[](${DRAFT})[）)】〕\\]].{4}`)
const END_OF_NAME = new RegExp(`(${DRAFT})[\\d\\s._（()）—-]*$`)
const FOLDER = new RegExp(`^[\\d\\s.、_-]*(?:历次|各)?(${DRAFT}|草稿箱)$`)

/** The note stands in the title, or below it. */
const HEAD_LINES = 6
const LONGEST_LINE = 80

/**
 * That a record is a draft, by what stands in brackets at the end of its title or before it, alone on one of its first
 * lines, or at the end of the name of its file or folder; null where none of them says so.
 */
export function draftNoted({ fields, paragraphs, position }: ExtractedRecord, fileName: string): string | null {
  const lines = paragraphs.slice(0, HEAD_LINES).filter((line) => line.length <= LONGEST_LINE)
  const inText = [...(fields.title ?? []), ...lines].map(noteIn).find((note) => note !== null)
  return inText ?? (position === null ? inPath(fileName) : null)
}

function noteIn(line: string): string | null {
  const words = line.replace(/\s/g, '')
  return NOTE.exec(words)?.[1] ?? NOTE_FIRST.exec(words)?.[1] ?? null
}

function inPath(fileName: string): string | null {
  const { dir, name } = posix.parse(fileName.normalize('NFC'))
  const inFolder = dir.split('/').map((folder) => FOLDER.exec(folder)?.[1] ?? null)
  return [...inFolder, END_OF_NAME.exec(name)?.[1] ?? null, noteIn(name)].find((note) => note !== null) ?? null
}
