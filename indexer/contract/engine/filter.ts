/** A value as Meilisearch's filter language quotes it. */
export const quoted = (value: string): string => `"${/["\\]/.test(value) ? value.replace(/["\\]/g, '\\$&') : value}"`

/** `attribute IN ["a", "b"]`: one of the values. */
export const oneOf = (attribute: string, values: readonly string[]): string =>
  `${attribute} IN [${values.map(quoted).join(', ')}]`

/** `attribute NOT IN ["a", "b"]`: none of the values. */
export const noneOf = (attribute: string, values: readonly string[]): string =>
  `${attribute} NOT IN [${values.map(quoted).join(', ')}]`
