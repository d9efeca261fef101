import { describe, expect, it } from 'vitest'
import { docxOf } from '../../testing/files/office.js'
import { extractFile } from '../index.js'

const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`
const NAMES =
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const content = (text: string): string => `<w:txbxContent><w:p>${text}</w:p></w:txbxContent>`
const drawing = (text: string, properties = ''): string =>
  `<w:drawing><wp:anchor><wp:docPr id="1" name="框"${properties}/><a:graphic><a:graphicData><wps:wsp><wps:txbx>${content(text)}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`
const shape = (kind: string, text: string): string =>
  `<w:pict><v:${kind}><v:textbox>${content(text)}</v:textbox></v:${kind}></w:pict>`
const either = (choice: string, fallback: string): string =>
  `<mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice>${fallback}</mc:AlternateContent>`

async function read(box: string): Promise<string[]> {
  const xml = `<w:p ${NAMES}>${run('前')}<w:r>${box}</w:r>${run('后')}</w:p>`
  const { records } = await extractFile('a.docx', docxOf([{ xml }, '末']), null)
  return records[0]!.paragraphs
}

describe('boxes of text in a DOCX', () => {
  it.each([
    ['nothing older stands beside it', either(drawing(run('框')), '')],
    ['the older way has a picture only', either(drawing(run('框')), '<mc:Fallback><w:pict/></mc:Fallback>')],
    ['it stands for itself', drawing(run('框'))],
    [
      'it is written in two ways',
      either(drawing(run('新')), `<mc:Fallback>${shape('shape', run('框'))}</mc:Fallback>`),
    ],
    ['its shape is a rare one', shape('oval', run('框'))],
  ])('are read once, where %s', async (_, box) => expect(await read(box)).toEqual(['前后', '框', '末']))

  it('may hold others, and are left out where they are hidden', async () => {
    expect(await read(drawing(run('外') + `<w:r>${either(drawing(run('内')), '')}</w:r>`))).toEqual([
      '前后',
      '外',
      '内',
      '末',
    ])
    expect(await read(drawing(run('藏'), ' hidden="1"'))).toEqual(['前后', '末'])
  })
})
