import type { OfficeZip } from './office-zip.js'
import { attribute, elementsBelow, nameOf, readXml } from './word/xml.js'

/** The names of the sheets that a workbook does not show to who opens it. Throws PackedError. */
export async function hiddenSheets(zip: OfficeZip): Promise<ReadonlySet<string>> {
  const content = await zip.part('xl/workbook.xml')
  if (content === null) return new Set()
  const hidden = [...elementsBelow(readXml(content).root)].filter(
    (sheet) => nameOf(sheet) === 'sheet' && /hidden/i.test(attribute(sheet, 'state') ?? ''),
  )
  return new Set(hidden.map((sheet) => attribute(sheet, 'name') ?? ''))
}
