import { VALIDITIES, type Validity } from '../contract/validity.js'

/** Other words for the seven, as platforms print and export them; compared without white space, in lower case. */
const SYNONYMS = new Map<string, Validity>(
  Object.entries({
    现行有效: '有效',
    全文有效: '有效',
    // As clearings of documents conclude: 继续有效、宣布失效、予以废止.
    继续有效: '有效',
    宣布失效: '失效',
    宣布废止: '废止',
    予以废止: '废止',
    生效: '有效',
    已生效: '有效',
    valid: '有效',
    effective: '有效',
    inforce: '有效',
    已修订: '已修改',
    已修正: '已修改',
    已被修改: '已修改',
    被修改: '已修改',
    修订: '已修改',
    amended: '已修改',
    revised: '已修改',
    部分有效: '部分失效',
    部分废止: '部分失效',
    部分条款失效: '部分失效',
    部分条款废止: '部分失效',
    条款失效: '部分失效',
    partiallyinvalid: '部分失效',
    已失效: '失效',
    全文失效: '失效',
    // Either way it is no longer in force, which is what 失效 says.
    废止或失效: '失效',
    无效: '失效',
    expired: '失效',
    invalid: '失效',
    已废止: '废止',
    全文废止: '废止',
    被废止: '废止',
    已被废止: '废止',
    abolished: '废止',
    repealed: '废止',
    未生效: '尚未生效',
    即将生效: '尚未生效',
    notyeteffective: '尚未生效',
    未标明: '未标注',
    未注明: '未标注',
    不详: '未标注',
    无: '未标注',
    unknown: '未标注',
  } as const),
)

/** One of the seven validities, or null where the words mean none of them that we know. */
export function readValidity(value: string): Validity | null {
  const word = value
    .normalize('NFKC')
    .replace(/[\s。]/g, '')
    .toLowerCase()
  return VALIDITIES.find((validity) => validity === word) ?? SYNONYMS.get(word) ?? null
}
