import { zipOf } from './zip.js'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const escape = (text: string): string =>
  text.replace(/[&<>]/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[one]!)

/** A paragraph, a heading of a level, the rows of a table, or what stands in the body as it is written. */
export type WordBlock = string | { heading: number; text: string } | { rows: string[][] } | { xml: string }

/**
 * A minimal DOCX (ECMA-376) of the blocks, with what stands in its other parts beside the headings' styles; `parts` are
 * the elements of further ones by name: footnotes, header1, comments.
 */
export function docxOf(
  blocks: WordBlock[],
  also: { styles?: string; numbering?: string; parts?: Record<string, string> } = {},
): Buffer {
  const paragraph = (text: string, style = ''): string =>
    `<w:p>${style}<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`
  const body = blocks.map((block) => {
    if (typeof block === 'string') return paragraph(block)
    if ('xml' in block) return block.xml
    if ('heading' in block) return paragraph(block.text, `<w:pPr><w:pStyle w:val="Heading${block.heading}"/></w:pPr>`)
    const rows = block.rows.map(
      (row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`,
    )
    return `<w:tbl>${rows.join('')}</w:tbl>`
  })
  const names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const styles = [1, 2, 3].map(
    (level) => `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`,
  )
  return zipOf({
    '[Content_Types].xml': contentTypes({
      '/word/document.xml': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
      '/word/styles.xml': 'application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml',
    }),
    '_rels/.rels': relations({ officeDocument: 'word/document.xml' }),
    'word/_rels/document.xml.rels': relations({
      ...{ styles: 'styles.xml', numbering: 'numbering.xml' },
      ...Object.fromEntries(Object.keys(also.parts ?? {}).map((name) => [name.replace(/\d+$/, ''), `${name}.xml`])),
    }),
    ...Object.fromEntries(
      Object.entries(also.parts ?? {}).map(([name, content]) => [
        `word/${name}.xml`,
        `${HEAD}${content.replace(/^<(\S+?)>/, `<$1 ${names}>`)}`,
      ]),
    ),
    'word/styles.xml': `${HEAD}<w:styles ${names}>${styles.join('')}${also.styles ?? ''}</w:styles>`,
    'word/numbering.xml': `${HEAD}<w:numbering ${names}>${also.numbering ?? ''}</w:numbering>`,
    'word/document.xml': `${HEAD}<w:document ${names}><w:body>${body.join('')}</w:body></w:document>`,
  })
}

/**
 * A minimal XLSX (ECMA-376): sheets by name, rows of texts or numbers; `firstSheet` is XML to stand for the first;
 * `merged` the ranges of merged cells of each sheet, A1:C1.
 */
export function xlsxOf(
  sheets: Record<string, (string | number)[][]>,
  firstSheet?: string,
  merged: Record<string, string[]> = {},
  hidden: readonly string[] = [],
): Buffer {
  const names = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const list = Object.entries(sheets)
  const cell = (value: string | number): string =>
    typeof value === 'number' ? `<v>${value}</v>` : `<is><t>${escape(value)}</t></is>`
  const mergedXml = (ranges: string[] = []): string =>
    ranges.length === 0 ? '' : `<mergeCells>${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
  const sheetXml = (name: string, rows: (string | number)[][]): string => {
    const lines = rows.map((row, y) => {
      const cells = row.map((value, x) => {
        const type = typeof value === 'number' ? '' : ' t="inlineStr"'
        return `<c r="${String.fromCharCode(65 + x)}${y + 1}"${type}>${cell(value)}</c>`
      })
      return `<row r="${y + 1}">${cells.join('')}</row>`
    })
    return `${HEAD}<worksheet ${names}><sheetData>${lines.join('')}</sheetData>${mergedXml(merged[name])}</worksheet>`
  }
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return zipOf({
    '[Content_Types].xml': contentTypes({
      '/xl/workbook.xml': `${type}.sheet.main+xml`,
      ...Object.fromEntries(list.map((_, index) => [`/xl/worksheets/sheet${index + 1}.xml`, `${type}.worksheet+xml`])),
    }),
    '_rels/.rels': relations({ officeDocument: 'xl/workbook.xml' }),
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${officeRelations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook ${names} xmlns:r="${officeRelations}"><sheets>${list
      .map(([name], index) => {
        const state = hidden.includes(name) ? ' state="hidden"' : ''
        return `<sheet name="${escape(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`
      })
      .join('')}</sheets></workbook>`,
    ...Object.fromEntries(
      list.map(([name, rows], index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        index === 0 && firstSheet !== undefined ? firstSheet : sheetXml(name, rows),
      ]),
    ),
  })
}

function contentTypes(parts: Record<string, string>): string {
  const overrides = Object.entries(parts).map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
}

function relations(targets: Record<string, string>): string {
  const list = Object.entries(targets).map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
  )
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`
}
