/** The seven ways a record's validity is shown. What a source does not state stays 未标注: it is never guessed. */
export const VALIDITIES = ['有效', '已修改', '部分失效', '失效', '废止', '尚未生效', '未标注'] as const

export type Validity = (typeof VALIDITIES)[number]

/** Whether a text is not in force any more. */
export const isGone = (validity: Validity): boolean => validity === '失效' || validity === '废止'

/** Validities a page must warn about: the text is not, or not wholly, in force. */
export const NOT_IN_FORCE: readonly Validity[] = ['已修改', '部分失效', '失效', '废止', '尚未生效']
