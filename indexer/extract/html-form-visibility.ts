import type { CheerioAPI } from 'cheerio/slim'
import { visibilityLabel } from '../labels-visibility.js'
import type { ExtraLabels } from '../labels.js'
import type { ExtractedRecord } from '../record.js'
import { text } from '../text.zh.js'
import { isClosed, isClosedBy } from '../visibility.js'
import { addVisibility } from './fields.js'

/**
 * That a page says it is not for the public in what is not text: in its tags, in the fields of a form that it is shown
 * in, in the option that is chosen there. To be read before these are taken away.
 */
export function readFormRestriction(page: CheerioAPI, record: ExtractedRecord, extra?: ExtraLabels): void {
  page('meta[content], input[value]:not([type=radio], [type=checkbox]), option[selected]').each((_, element) => {
    const tag = page(element)
    const isOption = element.tagName === 'option'
    const field = isOption ? tag.closest('select') : tag
    const name = field.attr('name') ?? field.attr('property') ?? field.attr('id') ?? ''
    const value = (isOption ? tag.text() : (tag.attr('content') ?? tag.attr('value') ?? '')).trim()
    const isKept = visibilityLabel(name, extra) === null ? isOption && isClosed(value) : isClosedBy(name, value, extra)
    if (isKept) addVisibility(record, value, text.from.meta(name))
  })
}
