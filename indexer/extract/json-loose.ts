/** A call or an assignment around it, as pages fetch it: `callback({…});`, `var data = […];`. */
const WRAPPED = /^\s*(?:(?:var|let|const)\s+[\w$.]{1,60}\s*=|[\w$.]{1,60}\s*\()\s*(?=[[{])/
const END = /\)?\s*;?\s*$/
/**
 * A string, which may hold anything, or a comma after which nothing follows. A string that is never closed, as where a
 * file is cut off, goes to the end: from each escaped mark in it, its end would be looked for once more.
 */
const STRING_OR_COMMA = /"[^"\\]*(?:\\[^][^"\\]*)*(?:"|\\?$)|,(?=\s*[\]}])/g

/**
 * The JSON in what is nearly JSON: in a call (JSONP) or an assignment, or with a comma after the last item. Null where
 * it is none of these.
 */
export function looseJson(content: string): string | null {
  const wrapper = WRAPPED.exec(content.slice(0, 200))
  // Only the end is looked at: white space may be long, and is looked through once.
  const inner = wrapper === null ? content : content.slice(wrapper[0].length).trimEnd()
  const open = wrapper === null ? inner : inner.slice(0, -10) + inner.slice(-10).replace(END, '')
  const loose = open.replace(STRING_OR_COMMA, (found) => (found === ',' ? '' : found))
  return loose === content ? null : loose
}
