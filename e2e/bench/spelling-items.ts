import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { normalize } from '../../indexer/contract/normalize.js'
import { readingsOf } from '../../indexer/contract/pinyin.js'
import { cutWords } from '../../indexer/contract/tokenize.js'
import { readWordList } from '../../indexer/contract/words/word-file.js'
import { repeatableNumbers } from '../support/scan.js'

export interface SpellingItem {
  wrong: string
  right: string
  kind: 'pair' | 'sound' | 'shape'
}

const SEED = 20_240_701

/**
 * From each pair of sentences of equal length, in files X_error.txt and X_correct.txt, the words of the right one (as
 * nodejieba cuts it) in which exactly one character differs, where the archive has the right word. Each pair of words
 * comes once; none is left out for being hard.
 */
export async function pairItems(folder: string, isHeld: (word: string) => Promise<boolean>): Promise<SpellingItem[]> {
  const items = new Map<string, SpellingItem>()
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('_error.txt')).sort()) {
    const lines = async (file: string): Promise<string[]> =>
      (await readFile(path.join(folder, file), 'utf8')).split('\n').map(normalize)
    const [wrong, right] = [await lines(name), await lines(name.replace('_error', '_correct'))]
    for (const [index, sentence] of right.entries()) {
      for (const item of wordsThatDiffer(wrong[index] ?? '', sentence)) items.set(`${item.wrong} ${item.right}`, item)
    }
  }
  const held: SpellingItem[] = []
  for (const item of items.values()) if (await isHeld(item.right)) held.push(item)
  return held
}

function wordsThatDiffer(wrong: string, right: string): SpellingItem[] {
  if (wrong.length !== right.length) return []
  let at = 0
  return cutWords(right).flatMap((word): SpellingItem[] => {
    at = right.indexOf(word, at)
    const typed = wrong.slice(at, at + word.length)
    at += word.length
    const differing = [...word].filter((character, index) => character !== typed[index]).length
    const isOne = differing === 1 && /^\p{Script=Han}{2,}$/u.test(word) && /^\p{Script=Han}+$/u.test(typed)
    return isOne ? [{ wrong: typed, right: word, kind: 'pair' }] : []
  })
}

/** Words with one character replaced by one that sounds alike, or looks alike: half of each, drawn repeatably. */
export function misspelled(words: readonly string[], count: number): SpellingItem[] {
  const random = repeatableNumbers(SEED)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const sorted = [...new Set(words)].filter((word) => word.length >= 2).sort()
  const shapes = readWordList('shapes')
  const homophones = new Map<string, string[]>()
  for (const character of new Set(sorted.join(''))) {
    for (const reading of readingsOf(character))
      homophones.set(reading, [...(homophones.get(reading) ?? []), character])
  }
  const othersOf = (character: string, kind: SpellingItem['kind']): string[] =>
    (kind === 'sound'
      ? readingsOf(character).flatMap((reading) => homophones.get(reading) ?? [])
      : shapes.filter((group) => group.includes(character)).flat()
    ).filter((other) => other !== character)
  const items: SpellingItem[] = []
  for (let tries = 0; items.length < count && sorted.length > 0 && tries < 20 * count; tries++) {
    const kind = items.length % 2 === 0 ? 'sound' : 'shape'
    const right = pick(sorted)
    const at = Math.floor(random() * right.length)
    const others = othersOf(right[at]!, kind)
    if (others.length === 0) continue
    items.push({ wrong: right.slice(0, at) + pick(others) + right.slice(at + 1), right, kind })
  }
  return items
}
