import type { Database } from '../../../db/client.ts'
import { begunTerms, knownTerms } from '../../../db/queries/register-search.ts'
import { oneLetterAway } from '../../domain/codes/one-letter-away.ts'
import { all } from '../../domain/codes/register-terms.ts'

/** Each word costs some hundred look-ups; a shorter one is one letter away from almost anything. */
const MAX_DOUBTED = 4
const SHORTEST = 3
const LONGEST = 12
/** More look-alikes than these say nothing about what was meant. */
const MAX_ALIKE = 40

/**
 * The typed words with those that the register knows and that are one letter away, as an expression;
 * null when there is nothing that could have been meant. Words nobody knows are doubted first.
 */
export async function nearbyWords(db: Database, words: readonly string[]): Promise<string | null> {
  if (words.length === 0) return null
  const begun = await begunTerms(db, words)
  const unknown = words.filter((word) => !begun.has(word))
  const doubted = (unknown.length > 0 ? unknown : words).filter(mayBeMisspelt)
  if (doubted.length === 0 || doubted.length > MAX_DOUBTED) return null
  const candidates = new Map(doubted.map((word) => [word, oneLetterAway(word)]))
  const known = await knownTerms(db, [...new Set([...candidates.values()].flat())])
  return all(
    words.map((word) => {
      const alike = (candidates.get(word) ?? []).filter((other) => known.has(other))
      const terms = [`"${word}"*`, ...alike.slice(0, MAX_ALIKE).map((other) => `"${other}"`)]
      return terms.length === 1 ? terms.join('') : `(${terms.join(' OR ')})`
    }),
  )
}

function mayBeMisspelt(word: string): boolean {
  return /^[a-z]+$/.test(word) && word.length >= SHORTEST && word.length <= LONGEST
}
