import type { DocumentContent } from '../contract/document.js'
import { normalize } from '../contract/normalize.js'
import { weighWords } from '../contract/tokenize.js'
import { weighBeginning } from './keywords.js'

/** Characters of a document's headings that are read. */
const READ = 1000
const FROM_HEADINGS = 40
const FROM_TEXT = 120

/**
 * The words that a document may be looked for by, for the archive's vocabulary: its keywords, and the words that weigh
 * most (TF-IDF) in its title and headings and in the beginning of its text. Normalised, each once, two characters and
 * more. Whole texts are not cut: that would take longer than the engine takes to index them.
 */
export function documentWords(
  document: Pick<DocumentContent, 'title' | 'outline' | 'paragraphs' | 'keywords'>,
): string[] {
  const headings = document.outline.map(({ paragraph }) => document.paragraphs[paragraph - 1]!)
  const heads = normalize([document.title, ...headings].join('。').slice(0, READ))
  const weighed = [
    ...weighWords(heads, FROM_HEADINGS),
    ...weighBeginning(document.title, document.paragraphs).words.slice(0, FROM_TEXT),
  ]
  const words = [...document.keywords.map(normalize), ...weighed.map(({ word }) => word)]
  return [...new Set(words)].filter((word) => /^\p{Script=Han}{2,12}$/u.test(word))
}
