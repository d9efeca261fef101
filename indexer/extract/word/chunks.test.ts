import { describe, expect, it } from 'vitest'
import { zipOf } from '../../testing/files/zip.js'
import type { FileContent } from '../../record.js'
import { extractFile } from '../index.js'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const LINE = '各镇要明确专人负责，严格执行基本建设程序，确保工程长期稳定运行。'
const line = `<w:p><w:r><w:t>${LINE}</w:t></w:r></w:p>`

/** A document of a body and further parts; `chunk` is the name of the one that it takes in. */
function read(body: string, parts: Record<string, string | Uint8Array> = {}, chunk = 'none.htm'): Promise<FileContent> {
  const relation = `<Relationship Id="rIdA" Type="${RELATIONS}/aFChunk" Target="${chunk}"/>`
  const file = zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<w:document ${W} ${R} ${A}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation}</Relationships>`,
    ...parts,
  })
  return extractFile('a.docx', file, null)
}

describe('a page that a document takes in', () => {
  const page = `<html><head><title>x</title><style>p{}</style></head><body><h1>关于供水工程的通知</h1><p>${LINE}</p></body></html>`
  const CHUNK = '<w:altChunk r:id="rIdA"/>'

  it('is text where it stands', async () => {
    const { records } = await read(line + CHUNK + line, { 'word/a.htm': page }, 'a.htm')
    expect(records[0]!.paragraphs).toEqual([LINE, '关于供水工程的通知', LINE, LINE])
    expect(records[0]!.headings).toEqual([{ paragraph: 1, level: 1 }])
  })

  it('may be all of the document, and a web archive', async () => {
    const archive = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${page}\r\n--x--\r\n`
    const { records } = await read(CHUNK, { 'word/a.mht': archive }, '/word/a.mht')
    expect(records[0]!.paragraphs).toEqual(['关于供水工程的通知', LINE])
  })

  it('is told where it is not there, or nothing that is read', async () => {
    for (const parts of [{}, { 'word/a.rtf': '{\\rtf1 x}' }]) {
      const { records } = await read(line + CHUNK, parts, 'a.rtf')
      expect(records[0]!.paragraphs).toEqual([LINE])
      expect(records[0]!.unreadable[0]).toContain('a.rtf')
    }
  })
})

it.each([
  ['a picture that is linked', '<w:p><w:r><w:drawing><a:blip r:link="rId7"/></w:drawing></w:r></w:p>'],
  [
    'a picture that is lost',
    '<w:p><w:r><w:drawing><a:inline><a:blip r:embed="rId7"/></a:inline></w:drawing></w:r></w:p>',
  ],
  [
    'an old picture',
    '<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" r:id="rId7"/></w:pict></w:r></w:p>',
  ],
  ['a link that leads nowhere', '<w:p><w:hyperlink r:id="rId7"><w:r><w:t>附件</w:t></w:r></w:hyperlink></w:p>'],
  ['a note that is missing', '<w:p><w:r><w:footnoteReference w:id="5"/></w:r></w:p>'],
  ['a comment that is missing', '<w:p><w:r><w:commentReference w:id="5"/></w:r></w:p>'],
])('%s costs no text', async (_, xml) => {
  const { records } = await read(line + xml + line)
  expect(records[0]?.paragraphs.filter((one) => one !== '附件')).toEqual([LINE, LINE])
})

describe('what is in a document and no text', () => {
  const pictures = Object.fromEntries([1, 2, 3].map((n) => [`word/media/image${n}.jpeg`, new Uint8Array([255, 216])]))

  it('is told where there is hardly anything else', async () => {
    expect((await read('<w:p/>', pictures)).skipped).toContain('只有图片')
    const { records } = await read(line, pictures)
    expect(records[0]!.unreadable[0]).toContain('3 张图片')
    const long = await read(line.repeat(20), pictures)
    expect(long.records[0]!.unreadable).toEqual([])
  })

  it('is told where it is a document', async () => {
    const { records } = await read(line, { 'word/embeddings/a.docx': 'PK', 'word/embeddings/formula.bin': 'x' })
    expect(records[0]!.unreadable).toEqual([expect.stringContaining('1 个别的文档')])
  })
})
