import { gb18030 } from '../../../e2e/support/gb18030.js'
import { zipOf } from './zip.js'

/** A line as it is printed: where it begins and how large, in points from the page's upper left corner. */
export interface PrintedLine {
  text: string
  x: number
  /** Of the baseline. */
  y: number
  size: number
}

/** Margins, size and leading of the text of a printed page (A4), in points. */
const LEFT = 80
const COLUMN = 28
const SIZE = 16
const LEADING = 28
const LAST_Y = 760

/**
 * Sets paragraphs as an office prints them: first lines indented by two characters, lines of 28 characters, the first
 * paragraph as a title of its own size in the middle, a page number at the foot of each page.
 */
export function setPages(title: string, paragraphs: string[]): PrintedLine[][] {
  const pages: PrintedLine[][] = [[]]
  let y = 100
  const put = (text: string, x: number, size: number): void => {
    if (y > LAST_Y) {
      pages.push([])
      y = 100
    }
    pages.at(-1)!.push({ text, x, y, size })
    y += size === SIZE ? LEADING : LEADING * 1.4
  }
  for (const line of title.match(/.{1,18}/gu) ?? []) put(line, LEFT + (COLUMN * SIZE - [...line].length * 22) / 2, 22)
  for (const paragraph of paragraphs) {
    const characters = [...paragraph]
    put(characters.splice(0, COLUMN - 2).join(''), LEFT + 2 * SIZE, SIZE)
    while (characters.length > 0) put(characters.splice(0, COLUMN).join(''), LEFT, SIZE)
  }
  pages.forEach((page, index) => page.push({ text: `— ${index + 1} —`, x: 280, y: 800, size: 14 }))
  return pages
}

/** A PDF whose text is in GBK-EUC-H and a font that is not in the file, as old Chinese writers make them. */
export function pdfOf(pages: PrintedLine[][]): Buffer {
  const kids = pages.map((_, index) => `${6 + index * 2} 0 R`).join(' ')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H/DescendantFonts[4 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 5 0 R/DW 1000/W[814 939 500]/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 859/Descent -140/StemV 80>>',
  ]
  for (const [index, lines] of pages.entries()) {
    const content = lines
      .map(({ text, x, y, size }) => {
        const hex = Buffer.from(gb18030(text)).toString('hex')
        return `BT /F1 ${size} Tf ${x.toFixed(1)} ${(842 - y).toFixed(1)} Td <${hex}> Tj ET`
      })
      .join('\n')
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${7 + index * 2} 0 R>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    )
  }
  return pdfFile(objects)
}

/** A PDF of the objects, the first of which is its catalog. */
export function pdfFile(objects: string[]): Buffer {
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(file + end, 'latin1')
}

/** An OFD (GB/T 33190—2016) of the same pages, a text object a line, in millimetres. */
export function ofdOf(pages: PrintedLine[][]): Buffer {
  const names = 'xmlns:ofd="http://www.ofdspec.org/2016"'
  const head = '<?xml version="1.0" encoding="UTF-8"?>'
  const mm = (points: number): string => ((points * 25.4) / 72).toFixed(2)
  const object = ({ text, x, y, size }: PrintedLine, index: number): string => {
    const characters = [...text]
    // A Chinese character takes its size, a Latin one half of it.
    const steps = characters.map((one) => (one < '\x80' ? size / 2 : size))
    const width = steps.reduce((sum, step) => sum + step, 0)
    return (
      `<ofd:TextObject ID="${index + 10}" Font="1" Size="${mm(size)}" Boundary="${mm(x)} ${mm(y - size)} ${mm(width)} ${mm(size * 1.2)}">` +
      `<ofd:TextCode X="0" Y="${mm(size)}" DeltaX="${deltas(steps.slice(0, -1).map(mm))}">${text}</ofd:TextCode></ofd:TextObject>`
    )
  }
  const content = (lines: PrintedLine[]): string =>
    `${head}<ofd:Page ${names}><ofd:Content><ofd:Layer ID="2">${lines.map(object).join('')}</ofd:Layer></ofd:Content></ofd:Page>`
  const list = pages.map((_, index) => `<ofd:Page ID="${index + 1}" BaseLoc="Pages/Page_${index}/Content.xml"/>`)
  return zipOf({
    'OFD.xml': `${head}<ofd:OFD ${names} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `${head}<ofd:Document ${names}><ofd:Pages>${list.join('')}</ofd:Pages></ofd:Document>`,
    ...Object.fromEntries(pages.map((lines, index) => [`Doc_0/Pages/Page_${index}/Content.xml`, content(lines)])),
  })
}

/** Equal steps in a row are told by their number: `g 5 5.64`. */
function deltas(steps: string[]): string {
  const isEven = steps.length > 1 && steps.every((step) => step === steps[0])
  return isEven ? `g ${steps.length} ${steps[0]}` : steps.join(' ')
}
