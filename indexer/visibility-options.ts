const TICKED = '☑☒√✓✔🗸■🗹🗷🗵🗴🗶⮽✅⊠◉●'
const BOX = new RegExp(`[(\\[]?([${TICKED}]|(?<=[(\\[])[xX](?=[)\\]]))[)\\]]?|[□○☐🞎🞏◻▢⬜◯❑❒🗆🗌]|[(\\[][)\\]]`, 'gu')

type Side = 'before' | 'behind'

/**
 * What is ticked among options that stand with their boxes, before or behind them: □主动公开 ☑依申请公开, 主动公开
 * 依申请公开（√）; where it does not show which of two options a tick belongs to, both. None where all boxes are empty;
 * null where there are no boxes.
 */
export function tickedOptions(value: string): string[] | null {
  const line = value.normalize('NFKC').replace(/[([]\s+(?=[)\]])/g, (bracket) => bracket.trim())
  const boxes = [...line.matchAll(BOX)]
  if (boxes.length === 0) return null
  const ends = [0, ...boxes.map(({ index, 0: box }) => index + box.length)]
  const between = ends.map((end, at) => line.slice(end, boxes[at]?.index))
  const sideOfAll = sideOfLine(between[0]!, between.at(-1)!)
  return boxes.flatMap(([, tick], at) => {
    if (tick === undefined) return []
    const [before, after] = [between[at]!, between[at + 1]!]
    const side = sideOfAll ?? sideOfBox(before, after)
    const options = [optionsIn(before).at(-1), optionsIn(after)[0]].filter((option) => option !== undefined)
    return side === null ? options : options.slice(side === 'behind' ? 0 : -1).slice(0, 1)
  })
}

function sideOfLine(first: string, last: string): Side | null {
  if (first.trim() === '') return 'before'
  return last.trim() === '' ? 'behind' : null
}

/** A box stands close to its own option. */
function sideOfBox(before: string, after: string): Side | null {
  const [isApartBefore, isApartAfter] = [/\s$|^$/.test(before), /^\s|^$/.test(after)]
  return isApartBefore === isApartAfter ? null : isApartBefore ? 'before' : 'behind'
}

/** Their letters may be set apart. */
const optionsIn = (words: string): string[] =>
  words
    .replace(/\s/g, '')
    .split(/(?<=公开)|[、,/;；]/)
    .filter((option) => option !== '')
