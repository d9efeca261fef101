/** What someone typed, short enough to stand in a sentence; what they put in quotation marks gets no second pair. */
export const quoted = (value: string): string => inMarks(value.length > 40 ? `${value.slice(0, 40)}…` : value)

/** The same, whole. */
export const inMarks = (value: string): string => `“${/^["“]([^"“”]+)["”]$/.exec(value)?.[1] ?? value}”`
