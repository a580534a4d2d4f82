import { readCodesFormerly, readCodesSpelled } from '../../../db/queries/notice-codes.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import { normaliseCode } from '../../domain/codes/normalise-code.ts'
import type { ListedCode } from '../../domain/foreign-notices/listed-codes.ts'
import {
  identityOf,
  type MatchedCode,
  matchCodes,
} from '../../domain/foreign-notices/match-codes.ts'
import { lookalikeKeys, oneEditKeys } from '../../domain/foreign-notices/near-codes.ts'
import type { VerbContext } from '../context.ts'

/** Keys that near matches of one list are looked for by; a list beyond is of another register. */
const MOST_KEYS = 100_000

export type MatchedList = {
  readonly matches: readonly MatchedCode[]
  /** Texts for which nobody looked further than at lookalikes. */
  readonly notSearched: number
}

/**
 * Holds a list against the register: exact codes first, then, for the rest alone, codes one slip away.
 * Near matches are looked up by what one slip makes of a text, in one index, up to a bound.
 */
export async function matchListed(
  { db, giveWay }: Pick<VerbContext, 'db' | 'giveWay'>,
  listed: readonly ListedCode[],
): Promise<MatchedList> {
  const texts = [...new Set(listed.map((each) => each.listed))]
  const [spelled, formerly] = await Promise.all([
    readCodesSpelled(db, texts.map(codeSearchKey)),
    readCodesFormerly(db, texts.flatMap(namesOf)),
  ])
  const known = [...spelled, ...formerly]
  const exact = new Set(known.map(({ code }) => code))
  const open = texts.filter((text) => !exact.has(identityOf(text)))
  const keys = new Map<string, readonly string[]>()
  let asked = 0
  let notSearched = 0
  for (const text of open) {
    await giveWay()
    const edits = asked < MOST_KEYS ? oneEditKeys(text) : []
    if (asked >= MOST_KEYS) notSearched++
    asked += edits.length
    keys.set(text, [...lookalikeKeys(text), ...edits])
  }
  const lookedUp = await readCodesSpelled(db, [...keys.values()].flat())
  const near = Map.groupBy(lookedUp, ({ code }) => codeSearchKey(code))
  const nearTo = new Map(
    [...keys].map(([text, of]) => [text, of.flatMap((key) => near.get(key) ?? [])]),
  )
  return { matches: matchCodes(listed, known, nearTo), notSearched }
}

function namesOf(text: string): string[] {
  const reading = normaliseCode(text)
  return reading.ok ? [text.trim(), reading.code] : [text.trim()]
}
