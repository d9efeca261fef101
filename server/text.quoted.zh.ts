/** What someone typed, short enough to stand in a sentence. */
export const quoted = (value: string): string => `“${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`
