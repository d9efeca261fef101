/**
 * Reads one category value as a topic, a path of classes of 主题分类 (topics.json) joined by `/`: `综合政务/其他 /` and
 * `卫生、体育\医药管理` (also with doubled backslashes) become `综合政务/其他` and `卫生、体育/医药管理`. The separator
 * inside a class name is 、 and is left alone: 卫生、体育 is one class. Null where nothing is left.
 */
export function parseTopic(value: string): string | null {
  const levels = value
    .split(/[/\\>]+/)
    .map((level) => level.trim())
    .filter(Boolean)
  return levels.length > 0 ? levels.join('/') : null
}

/** Each path and all that lie above it, so that a filter on a class finds its subclasses: A/B → A, A/B. */
export function withAncestors(paths: readonly string[]): string[] {
  const all = new Set<string>()
  for (const path of paths) {
    const levels = path.split('/')
    levels.forEach((_, depth) => all.add(levels.slice(0, depth + 1).join('/')))
  }
  return [...all]
}
