import { expect, it } from 'vitest'
import { docxOf } from '../../testing/files/office.js'
import { extractFile } from '../index.js'

const NAME = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
const t = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`
const e = (name: string, inner: string): string => `<m:${name}>${inner}</m:${name}>`

it.each([
  ['(a+b)/2', e('f', e('num', t('a+b')) + e('den', t('2')))],
  [
    'x²+x^(n+1)',
    e('sSup', e('e', t('x')) + e('sup', t('2'))) + t('+') + e('sSup', e('e', t('x')) + e('sup', t('n+1'))),
  ],
  ['CO2', e('sSub', e('e', t('CO')) + e('sub', t('2')))],
  ['x^constructor', e('sSup', e('e', t('x')) + e('sup', t('constructor')))],
  ['√(n+1)', e('rad', '<m:radPr/><m:deg/>' + e('e', t('n+1')))],
  ['[a,b)', e('d', '<m:dPr><m:begChr m:val="["/><m:sepChr m:val=","/></m:dPr>' + e('e', t('a')) + e('e', t('b')))],
  [
    '∑(i=1→n)S',
    e('nary', '<m:naryPr><m:chr m:val="∑"/></m:naryPr>' + e('sub', t('i=1')) + e('sup', t('n')) + e('e', t('S'))),
  ],
  ['补贴&lt;5', t('补贴&lt;5')],
])('a formula of a DOCX is %s on the line', async (expected, formula) => {
  const inline = `<w:p><w:r><w:t>其中</w:t></w:r><m:oMath ${NAME}>${formula}</m:oMath><w:r><w:t>。</w:t></w:r></w:p>`
  const alone = `<w:p><m:oMathPara ${NAME}><m:oMath>${formula}</m:oMath></m:oMathPara></w:p>`
  const { records } = await extractFile('a.docx', docxOf([{ xml: inline + alone }]), null)
  const line = expected.replace('&lt;', '<')
  expect(records[0]!.paragraphs).toEqual([`其中${line}。`, line])
})
