import { describe, expect, it } from 'vitest'
import { ignoredFile } from './ignored-file.js'

describe('ignoredFile', () => {
  it.each([
    ['档案/$RECYCLE.BIN/S-1-5-21/$R12.docx', '回收站'],
    ['档案/.Trash-1000/files/旧稿.docx', '回收站'],
    ['档案/2019/#recycle/通知.pdf', '回收站'],
    ['档案.zip/__MACOSX/通知.txt', '系统'],
    ['档案/@eaDir/通知.docx/x.txt', '系统'],
    ['档案/#snapshot/2019/通知.docx', '系统'],
    ['档案/Thumbs.db', '系统'],
    ['档案/~$通知.docx', '临时'],
    ['档案/通知.pdf.crdownload', '临时'],
    ['档案/.git/config.txt', '隐藏'],
    ['档案/.通知.txt', '隐藏'],
    ['档案/source.yml', '来源说明'],
  ])('leaves out %s', (name, why) => expect(ignoredFile(name)).toContain(why))

  it.each([
    '档案/2019/通知.docx',
    '档案/回收站建设/通知.docx',
    '档案.tar/./通知.txt',
    // The path that was asked for is meant.
    '.archive/通知.txt',
    '回收站/通知.txt',
    '档案/~通知.txt',
  ])('reads %s', (name) => expect(ignoredFile(name)).toBeNull())
})
