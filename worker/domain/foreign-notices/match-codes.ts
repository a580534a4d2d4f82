import { codeSearchKey } from '../codes/code-search-key.ts'
import { normaliseCode } from '../codes/normalise-code.ts'
import type { ListedCode } from './listed-codes.ts'
import { bareCode, type NearReason, nearReason } from './near-codes.ts'

/** A code of the register as matching knows it; one taken back is none. */
export type KnownCode = {
  readonly code: string
  readonly legacyCode: string | null
  /** The code that took its place; null for none. */
  readonly successor: string | null
}

export type Near = { readonly code: string; readonly why: NearReason }

/** What a list says of one code, with the rows in which it says it. */
export type MatchedCode = ListedCode & {
  /** How often it is listed; rows after the first add nothing. */
  readonly times: number
  readonly match:
    | { readonly kind: 'matched'; readonly code: string }
    /** Nobody but a person says which: none of these is taken by itself. */
    | { readonly kind: 'near'; readonly near: readonly Near[] }
    | { readonly kind: 'unknown' }
}

export type MatchTotals = {
  readonly listed: number
  readonly matched: number
  readonly near: number
  readonly unknown: number
  /** Texts that stand in the list already. */
  readonly repeated: number
}

const MOST_NEAR = 8

/**
 * What each text of a list stands for. Only the very code matches, however its letters, blanks and
 * dashes are written; what differs in a sign is proposed and never taken. The same code listed again
 * adds nothing. Takes time in proportion to the list.
 */
export function matchCodes(
  listed: readonly ListedCode[],
  known: Iterable<KnownCode>,
  /** Codes near each text, by what was listed. */
  nearTo: ReadonlyMap<string, readonly KnownCode[]>,
): MatchedCode[] {
  const byCode = new Map<string, KnownCode>()
  const byLegacy = new Map<string, KnownCode[]>()
  const byKey = new Map<string, KnownCode[]>()
  for (const each of known) {
    byCode.set(each.code, each)
    push(byKey, codeSearchKey(each.code), each)
    if (each.legacyCode !== null) push(byLegacy, bareCode(each.legacyCode), each)
  }
  const first = new Map<string, MatchedCode>()
  for (const { row, listed: text } of listed) {
    const identity = identityOf(text)
    const before = first.get(identity)
    if (before !== undefined) {
      first.set(identity, { ...before, times: before.times + 1 })
      continue
    }
    const around = {
      exact: byCode.get(identity),
      legacy: byLegacy.get(bareCode(text)) ?? [],
      spelled: byKey.get(codeSearchKey(text)) ?? [],
      near: nearTo.get(text) ?? [],
    }
    first.set(identity, { row, listed: text, times: 1, match: matchOf(text, around) })
  }
  return [...first.values()]
}

/** By what two texts of a list are the same: the code they spell, else the text itself. */
export function identityOf(text: string): string {
  const reading = normaliseCode(text)
  return reading.ok ? reading.code : text.trim().toLowerCase()
}

type Around = {
  readonly exact: KnownCode | undefined
  readonly legacy: readonly KnownCode[]
  readonly spelled: readonly KnownCode[]
  readonly near: readonly KnownCode[]
}

function matchOf(text: string, around: Around): MatchedCode['match'] {
  const { exact, legacy, spelled, near } = around
  if (exact !== undefined && exact.successor === null) return { kind: 'matched', code: exact.code }
  if (exact !== undefined && exact.successor !== null) {
    // Whether the old code or the one in its place is meant, the list does not say.
    const both: Near[] = [
      { code: exact.successor, why: 'reissued' },
      { code: exact.code, why: 'as_listed' },
    ]
    return { kind: 'near', near: both }
  }
  const found = new Map<string, Near>()
  for (const { code } of legacy) found.set(code, { code, why: 'old_code' })
  for (const { code } of [...spelled, ...near]) {
    const why = found.has(code) ? null : nearReason(text, code)
    if (why !== null) found.set(code, { code, why })
  }
  const all = [...found.values()].sort((a, b) => RANK[a.why] - RANK[b.why])
  return all.length === 0 ? { kind: 'unknown' } : { kind: 'near', near: all.slice(0, MOST_NEAR) }
}

const RANK: Readonly<Record<NearReason, number>> = {
  old_code: 0,
  hyphen: 1,
  zeros: 2,
  lookalike: 3,
  one_edit: 4,
  reissued: 5,
  as_listed: 6,
}

/** How much of a list is known; the parts add up to all that was listed. */
export function totalsOf(matches: readonly MatchedCode[]): MatchTotals {
  const count = (kind: MatchedCode['match']['kind']) =>
    matches.filter(({ match }) => match.kind === kind).length
  const listed = matches.reduce((sum, { times }) => sum + times, 0)
  return {
    ...{ listed, matched: count('matched'), near: count('near'), unknown: count('unknown') },
    repeated: listed - matches.length,
  }
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const there = map.get(key)
  if (there === undefined) map.set(key, [value])
  else there.push(value)
}
