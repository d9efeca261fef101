import { loadHtml } from './load-html.js'

/** The files that a page shows in its frames, where it is made of frames and has no text of its own; else null. */
export function framesIn(content: string): string[] | null {
  if (!/<frameset\b/i.test(content)) return null
  const page = loadHtml(content)
  if (page('body').length > 0) return null
  return page('frame')
    .toArray()
    .map((frame) => page(frame).attr('src') ?? '')
    .filter((address) => address !== '')
}
