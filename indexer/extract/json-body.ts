import { labelMeaning, type ExtraLabels } from '../labels.js'
import { flatten } from './front-matter.js'
import { hasTag } from './has-tag.js'

/** Tags as exports have them in their texts. */
const TAG = /<(?:p|div|br|span|table|strong|h[1-6]|li)\b/i
const ESCAPED_HTML = /&lt;\/?(p|div|br|span|table|strong|h[1-6]|li)\b/i
/** A line break that was escaped twice. What a small letter follows may be a path: `C:\\new`. */
const WRITTEN_BREAK = /(?:\\r)?\\n(?![a-z])/
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#34': '"', '#39': "'", apos: "'", amp: '&' }

/**
 * The strings of a text that is given as a list. Of a block such as `{"type": "p", "text": "…"}` that is what it holds,
 * and not what it is.
 */
export function bodyTexts(value: unknown, extra?: ExtraLabels): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => bodyTexts(item, extra))
  if (typeof value !== 'object' || value === null || value instanceof Date || !isBlock(value)) return flatten(value)
  const held = Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    Array.isArray(inner) || labelMeaning(key, extra) === 'body' ? bodyTexts(inner, extra) : [],
  )
  // Under a name that nobody knows, words are text, and addresses and sizes are not.
  return held.length > 0 ? held : flatten(value).filter((text) => /\p{Script=Han}/u.test(text))
}

const isBlock = (value: object): boolean =>
  'type' in value && typeof value.type === 'string' && /^[\w-]+$/.test(value.type)

export const isHtml = (content: string): boolean => hasTag(content, TAG)

/** A text as it was before it was escaped once too often: tags as `&lt;p&gt;`, line breaks as a backslash and an n. */
export function unescaped(content: string): string {
  if (isHtml(content)) return content
  if (ESCAPED_HTML.test(content))
    return content.replace(/&(lt|gt|quot|apos|amp|#34|#39);/g, (_, name: string) => ENTITIES[name]!)
  return content.includes('\n') ? content : content.split(WRITTEN_BREAK).join('\n')
}
