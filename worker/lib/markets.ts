import { iso31661Alpha3ToAlpha2 } from 'iso-3166/1-a3-to-1-a2.js'

/** Sale within Viet Nam. */
export const DOMESTIC = 'VNM'
/** The European Union as one market: a code for it covers its member states. */
export const EUROPEAN_UNION = 'EU'

/** Member states since 1 February 2020 (Treaty on European Union, as left by the United Kingdom). */
const EU_MEMBERS: ReadonlySet<string> = new Set([
  'AUT',
  'BEL',
  'BGR',
  'CYP',
  'CZE',
  'DEU',
  'DNK',
  'ESP',
  'EST',
  'FIN',
  'FRA',
  'GRC',
  'HRV',
  'HUN',
  'IRL',
  'ITA',
  'LTU',
  'LUX',
  'LVA',
  'MLT',
  'NLD',
  'POL',
  'PRT',
  'ROU',
  'SVK',
  'SVN',
  'SWE',
])

const ALPHA2: ReadonlyMap<string, string> = new Map(Object.entries(iso31661Alpha3ToAlpha2))

/**
 * The one list of markets, for batches and codes alike: ISO 3166-1 alpha-3 (`VNM` is the domestic
 * one) and `EU`.
 */
export function isMarket(text: string): boolean {
  return text === EUROPEAN_UNION || ALPHA2.has(text)
}

/** Every market there is, in alphabetical order of their codes. */
export function allMarkets(): string[] {
  return [...ALPHA2.keys(), EUROPEAN_UNION].sort()
}

/** The ISO 3166-1 alpha-2 code of a market's country, `EU` for the union; null for no market. */
export function regionOfMarket(market: string): string | null {
  return market === EUROPEAN_UNION ? EUROPEAN_UNION : (ALPHA2.get(market) ?? null)
}

/**
 * The markets whose decisions count for goods bound for a destination: its own, and for a member
 * state of the union the union's too. The union itself reads its own alone.
 */
export function marketsCountingFor(destination: string): readonly string[] {
  return EU_MEMBERS.has(destination) ? [destination, EUROPEAN_UNION] : [destination]
}
