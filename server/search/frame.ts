import { isTime } from './asked-time.js'
import { isPlace } from './places.js'
import type { Term } from './terms.js'

type Run = Pick<Term, 'run'>

/** When and where: what a text is of, and need not say in the sentence that answers. */
export const isFrame = ({ run }: Run): boolean => isTime(run) || isPlace(run)

/** The terms that say more than when and where; all of them where there are no others. */
export function withoutFrame<T extends Run>(terms: readonly T[]): readonly T[] {
  const telling = terms.filter((term) => !isFrame(term))
  return telling.length > 0 ? telling : terms
}
