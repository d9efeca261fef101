import { askedTime, type AskedTime } from './asked-time.js'
import { withoutAskingFirst } from './earliest.js'
import { withoutFillers } from './fillers.js'
import type { Lookup } from './lookup.js'
import { placesIn, type PlaceCode } from './places.js'
import type { ParsedQuery } from './query.js'
import { understand, type Term, type UnderstoodQuery } from './terms.js'

/** All that a query says, before anything is looked for. */
export interface Reading {
  /** As the reader typed it. */
  typed: ParsedQuery
  /** Without words that say how to look for the rest of it. */
  sought: ParsedQuery
  understood: UnderstoodQuery
  /** The terms of all units, each once, by falling weight. */
  terms: Term[]
  time: AskedTime
  /** That may be named in it. */
  places: PlaceCode[]
  /** Asked is when something was first said. */
  asksFirst: boolean
  /** A question in a sentence, or for the newest or oldest: nobody expects that it stands anywhere as it was typed. */
  isQuestion: boolean
  /** A word of it asks, or is what is asked of something. */
  asks: boolean
}

/** `passages`: number of passages in the archive. */
export async function readQuery(
  typed: ParsedQuery,
  lookup: Pick<Lookup, 'frequencies'>,
  passages: number,
): Promise<Reading> {
  const rest = withoutAskingFirst(typed)
  const sought = withoutFillers(rest ?? typed)
  const understood = await understand(sought, lookup, passages)
  const units = understood.required.flat()
  const time = askedTime(typed, new Date())
  return {
    ...{ typed, sought, understood, terms: termsOf(understood), time, asksFirst: rest !== null },
    places: placesIn(units.map(({ unit }) => unit.run).join(' ')),
    isQuestion: units.some(({ isQuestion, asks }) => isQuestion || asks) || time.newest || rest !== null,
    asks: units.some((unit) => unit.asks || unit.hasAspect),
  }
}

function termsOf({ required }: UnderstoodQuery): Term[] {
  const terms = new Map(required.flat().flatMap((unit) => unit.terms.map((term) => [term.run, term])))
  return [...terms.values()].sort((a, b) => b.weight - a.weight)
}
