import { describe, expect, it } from 'vitest'
import { decodeFile, UnreadableFileError } from './encoding.js'

/** GB18030 and Big5 bytes, made by turning the decoder's table round (Node encodes neither). */
function encode(value: string, encoding: 'gb18030' | 'big5'): Buffer {
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (!table.has(character)) table.set(character, [lead, trail])
    }
  return Buffer.from(
    [...value].flatMap((character) => (character < '\x80' ? [character.charCodeAt(0)] : table.get(character)!)),
  )
}

const TEXT =
  '各位代表：\n现在，我代表区人民政府，向大会报告工作，请予审议，并请政协委员提出意见。\n一、过去一年工作回顾\n'
const TRADITIONAL = '各位代表：\n現在，我代表區人民政府，向大會報告工作，請予審議，並請政協委員提出意見。\n'
const utf16be = (value: string): Buffer => Buffer.from(value, 'utf16le').swap16()

describe('decodeFile', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from('\ufeff' + TEXT)],
    ['UTF-16LE with a mark', Buffer.from('\ufeff' + TEXT, 'utf16le')],
    ['UTF-16BE with a mark', utf16be('\ufeff' + TEXT)],
    ['UTF-16LE without', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16BE without', utf16be(TEXT)],
    ['GB18030', encode(TEXT, 'gb18030')],
  ])('reads %s', (_, bytes) => expect(decodeFile(bytes)).toBe(TEXT))

  it('reads Big5', () => expect(decodeFile(encode(TRADITIONAL, 'big5'))).toBe(TRADITIONAL))

  it.each(['gb2312', 'gbk', 'utf-8', 'big5', 'utf-16', 'no-such-thing'])('reads GBK that is declared %s', (charset) => {
    const page = `<html><head><meta charset="${charset}"></head><body>${TEXT}</body></html>`
    expect(decodeFile(encode(page, 'gb18030'))).toBe(page)
  })

  it('reads UTF-8 that is declared GBK', () => {
    const page = `<meta http-equiv="Content-Type" content="text/html; charset=gbk"><p>${TEXT}</p>`
    expect(decodeFile(Buffer.from(page))).toBe(page)
  })

  it('reads ASCII in UTF-16 without a mark', () => {
    expect(decodeFile(Buffer.from('{"title": "no Chinese"}', 'utf16le'))).toBe('{"title": "no Chinese"}')
  })

  it('keeps no more than some hundred blanks in a row, and every tab', () => {
    expect(decodeFile(Buffer.from(`甲${'　'.repeat(70_000)}乙`))).toMatch(/^甲　{200}乙$/)
    expect(decodeFile(Buffer.from(`甲${' '.repeat(150)}乙`))).toHaveLength(152)
    expect(decodeFile(Buffer.from(`甲${'\t'.repeat(300)}乙`))).toHaveLength(302)
  })

  it('makes every line end a line feed', () => {
    expect(decodeFile(Buffer.from('一\r\n二\r三\n四'))).toBe('一\n二\n三\n四')
  })

  it('keeps a text that has a broken byte', () => {
    const bytes = Buffer.concat([Buffer.from(TEXT.repeat(20)), Buffer.from([0xe4, 0xb8])])
    expect(decodeFile(bytes)).toBe(TEXT.repeat(20) + '\ufffd')
  })

  it.each([
    [
      'random bytes',
      Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3) * 104729) & 255)),
    ],
    ['zero bytes', Buffer.alloc(100)],
  ])('says that %s are no text', (_, bytes) => {
    expect(() => decodeFile(bytes)).toThrow(UnreadableFileError)
  })
})
