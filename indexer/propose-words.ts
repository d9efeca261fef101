import type { Catalogue } from './catalogue.js'
import { dictionaryWords } from './contract/words/dictionary.js'
import { generalWords } from './contract/words/general-dictionary.js'
import { newWords, THRESHOLDS, type NewWord } from './new-words.js'
import { text } from './text.cli.zh.js'

/** Proposed at most. */
const MOST = 300
/** A small archive cannot say anything five times. */
const SMALL_ARCHIVE_CHARACTERS = 500_000
const SMALL_ARCHIVE_FEWEST = 3

/** New words from the documents that the catalogue holds now; words of the dictionaries are left out. */
export function proposeWords(catalogue: Catalogue): NewWord[] {
  const known = new Set(dictionaryWords())
  for (const [word] of generalWords()) known.add(word)
  function* texts(): Generator<string> {
    for (const { revision } of catalogue.heads()) yield* catalogue.content(revision).paragraphs
  }
  let characters = 0
  for (const paragraph of texts()) characters += paragraph.length
  const fewest = characters < SMALL_ARCHIVE_CHARACTERS ? SMALL_ARCHIVE_FEWEST : THRESHOLDS.fewest
  return newWords(texts, (word) => known.has(word), { ...THRESHOLDS, fewest }).slice(0, MOST)
}

/** The proposals for people: each line can go into `domain.txt` as it is, what follows # being a comment. */
export function proposalText(words: readonly NewWord[]): string {
  if (words.length === 0) return text.proposals.none
  return [text.proposals.heading, ...words.map((word) => text.proposals.line(word))].join('\n')
}
