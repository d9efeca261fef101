import { describe, expect, it } from 'vitest'
import { gb18030 } from '../../e2e/support/gb18030.js'
import { extractFile } from './index.js'

const extract = (path: string, content: string | Buffer) => extractFile(path, Buffer.from(content as string), null)

const SENTENCE = '青梧区古树名木共有一百二十六株，由所在街道养护。'
const page = (charset = ''): string =>
  `<html><head>${charset && `<meta charset="${charset}">`}<title>养护通知</title></head><body><p>${SENTENCE}</p>` +
  `<p><span style='display:none;mso-hide:all'>内部批示</span></p></body></html>`
const quoted = (bytes: Uint8Array): string =>
  [...bytes]
    .map((byte) => (byte < 0x80 && byte !== 0x3d ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase()}`))
    .join('')
    .replace(/(.{60}[^=]{3})/g, '$1=\r\n')

/** A web archive as Word writes it: what is for people, then the page, then its other parts. */
function archive(encoding: string, body: string, charset = ''): string {
  const type = `Content-Type: text/html${charset && `;\r\n charset="${charset}"`}`
  return [
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary="--=_Part"',
    '',
    '此文档为“单个文件网页”。',
    '',
    '----=_Part',
    'Content-Location: file:///C:/1.htm',
    `Content-Transfer-Encoding: ${encoding}`,
    type,
    '',
    body,
    '',
    '----=_Part',
    'Content-Type: text/html; charset="utf-8"',
    '',
    '<html><body><p>页眉不是正文，这一部分不应读入，不应读入。</p></body></html>',
    '----=_Part--',
    '',
  ].join('\r\n')
}

describe('a web archive', () => {
  it.each([
    ['a.doc', archive('quoted-printable', quoted(gb18030(page())), 'gb2312')],
    ['a.mht', archive('quoted-printable', quoted(Buffer.from(page('utf-8'))))],
    ['a.mhtml', archive('BASE64', Buffer.from(page()).toString('base64'), 'utf-8')],
    ['a.htm', archive('8bit', page())],
    ['a.doc', archive('base64', Buffer.from(gb18030(page('gbk'))).toString('base64'), 'x-unknown')],
  ])('%s gives its page', async (name, content) => {
    const { records, skipped } = await extract(name, content)
    expect(skipped).toBeNull()
    expect(records[0]).toMatchObject({ paragraphs: [SENTENCE], fields: { title: ['养护通知'] } })
  })

  it('that is a mail tells what is attached to it', async () => {
    const name = Buffer.from(gb18030('养护经费表')).toString('base64')
    const attached = (disposition: string, body: string): string =>
      `--out\nContent-Type: application/pdf\nContent-Disposition: ${disposition}\n\n${body}\n`
    const mail =
      'From: a\nContent-Type: multipart/mixed; boundary=out\n\n' +
      `--out\n${archive('8bit', page(), 'utf-8').replace('MIME-Version: 1.0\r\n', '')}\n` +
      attached(`attachment;\n filename="=?gb2312?B?${name}?=.xls"`, 'x') +
      attached('attachment; filename="a b.pdf"', 'y') +
      attached('inline; filename="logo.png"', 'z') +
      '--out--\n'
    const { records, notes } = await extract('a.mht', mail)
    expect(records[0]!.paragraphs).toEqual([SENTENCE])
    expect(notes).toEqual([{ record: null, message: expect.stringMatching(/养护经费表\.xls、a b\.pdf$/) }])
    expect((await extract('a.mht', archive('8bit', page()))).notes).toBeUndefined()
  })

  it('is found in a message that wraps it, and skipped without a page', async () => {
    const inner = archive('8bit', page(), 'utf-8').replace('MIME-Version: 1.0\r\n', '')
    const outer = `From: a\nContent-Type: multipart/mixed; boundary=out\n\n--out\n${inner}\n--out--\n`
    expect((await extract('a.mht', outer)).records[0]!.paragraphs).toEqual([SENTENCE])
    const none =
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/css\n\np{}\n--x--'
    expect((await extract('a.doc', none)).skipped).toContain('没有网页')
    const endless = `Content-Type: multipart/related; boundary=x\n\n${'--x\n'.repeat(200_000)}`
    expect((await extract('a.mht', endless)).skipped).toContain('没有网页')
  })
})

describe('mark-up that is called an Office document', () => {
  const word = `<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="u"><w:body><w:p><w:r><w:t>${SENTENCE}</w:t></w:r></w:p></w:body></w:wordDocument>`
  const excel = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>`

  it.each([
    ['a.doc', word, '另存为 DOCX'],
    ['a.xml', word, '另存为 DOCX'],
    ['a.txt', word, '另存为 DOCX'],
    ['a.xls', excel, '另存为 XLSX'],
    ['a.xml', excel, '另存为 XLSX'],
    ['a.xls', '<table><tr><td>标题</td><td>正文</td></tr></table>', '另存为 XLSX'],
    ['a.xlsx', page(), '另存为 XLSX'],
    ['a.xls', archive('8bit', page()), '另存为 XLSX'],
    ['a.doc', '<?xml version="1.0"?><公文><标题>甲</标题></公文>', '损坏'],
  ])('%s is skipped and the reason says what to do: %#', async (name, content, reason) => {
    const { records, skipped } = await extract(name, content)
    expect(records).toEqual([])
    expect(skipped).toContain(reason)
  })

  it('is read as a page where it is one without a beginning', async () => {
    const { records } = await extract('a.doc', `<div><p>${SENTENCE}</p><p>${SENTENCE}</p></div>`)
    expect(records[0]!.paragraphs).toEqual([SENTENCE, SENTENCE])
  })

  it('is left as text where it is text', async () => {
    const { records } = await extract('a.doc', `《办法》已经审议。\n${SENTENCE}`)
    expect(records[0]!.paragraphs).toEqual(['《办法》已经审议。', SENTENCE])
  })
})
