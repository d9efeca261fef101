/**
 * A cut paragraph's pieces share so many characters (code points) of its normalised form, so that no run of up to that
 * length falls between them, however many surrogates, spaces and invisible characters the original has.
 */
export const OVERLAP = 32

/** Every normalised run of up to so many characters lies whole in some passage; a longer one may lie in none. */
export const LONGEST_IN_PASSAGE = OVERLAP - 2
