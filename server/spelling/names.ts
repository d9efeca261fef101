import { perEdition, readWordList } from '../../indexer/contract/words/word-file.js'

/** Characters of a given name. */
const LONGEST_GIVEN = 2

const characters = perEdition(() => ({
  surnames: new Set(readWordList('surnames').flat()),
  given: new Set(readWordList('given-names').flat()),
}))

/**
 * Whether a normalised run may be somebody's name: a surname, and one or two characters that given names are made of.
 * Dictionaries know few names, and what they do not know is no mistake.
 */
export function mayBeName(run: string): boolean {
  const { surnames, given } = characters()
  return [1, 2].some((length) => {
    const rest = [...run.slice(length)]
    const isGiven = rest.length > 0 && rest.length <= LONGEST_GIVEN && rest.every((character) => given.has(character))
    return isGiven && surnames.has(run.slice(0, length))
  })
}
