import type { CheerioAPI } from 'cheerio/slim'

/** Puts the boxes of a form into its text as they are printed: what is ticked is said by nothing else. */
export function printBoxes(page: CheerioAPI): void {
  page('input[type=checkbox], input[type=radio]').each((_, box) => {
    page(box).replaceWith(page(box).attr('checked') === undefined ? '☐' : '☑')
  })
}
