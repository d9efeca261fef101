import { cutWords } from '../../indexer/contract/tokenize.js'
import { dictionaries } from '../spelling/dictionary.js'
import { occurrences } from './bm25.js'

/** Characters before and after a word that say how the text around it is cut. */
const REACH = 6

const isWord = (text: string): boolean => text.length > 1 && dictionaries().has(text)
/** Whether a word is more usual than the one it would take a part of: 所有 takes 有 from 有人, 中小 does not take 小 from 小学. */
const takes = (text: string, word: string): boolean =>
  dictionaries().logProbability(text) > dictionaries().logProbability(word)

/** Longer words are hardly ever made of parts of others. */
const LIKELY_TORN = /^\p{Script=Han}{2}$/u

/** How many occurrences of a string in a normalised text only look like it. */
export function countTorn(text: string, run: string): number {
  let count = 0
  if (!LIKELY_TORN.test(run)) return count
  for (let at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + run.length)) if (isTorn(text, at, run)) count++
  return count
}

/** Whether a string stands in a normalised text, and not only looks so. */
export const standsIn = (text: string, run: string): boolean => occurrences(text, run) > countTorn(text, run)

/**
 * Whether the word at `index` of a normalised text only looks like one, since its parts belong to the words beside it: 裁员
 * in 仲裁员, 加分 in 追加分配. nodejieba is asked where an end of it may be part of another word, which is seldom.
 */
export function isTorn(text: string, index: number, word: string): boolean {
  const end = index + word.length
  // Strings that are no words are held together by nothing else: names.
  if (!isWord(word)) return false
  const reachesBefore = index > 0 && takes(text[index - 1]! + word[0]!, word)
  const reachesBehind = end < text.length && takes(word.at(-1)! + text[end]!, word)
  if (!reachesBefore && !reachesBehind) return false
  const first = Math.max(0, index - REACH)
  let at = first
  for (const piece of cutWords(text.slice(first, end + REACH))) {
    const begin = text.indexOf(piece, at)
    at = begin + piece.length
    if (at <= index) continue
    // What ends within it is one half of it, or has begun before it.
    if (at < end && begin < index) return true
    if (at < end) continue
    // The other half, if it does not go on.
    if (begin > index) return at > end
    // Within a longer word it is a part of that, if the rest is one too: 公积金 in 住房公积金.
    return begin < index && reachesBefore && !isWord(text.slice(begin, index))
  }
  return false
}
