import type { SiteFactName, SiteFacts } from './site-facts.ts'

/** These facts of a row that may hold more; null for what it does not hold. */
export function pickFacts<N extends SiteFactName>(
  names: readonly N[],
  row: Readonly<Partial<Pick<SiteFacts, N>>>,
): Pick<SiteFacts, N> {
  const values = names.map((name) => [name, row[name] ?? null])
  // Each value stood under its own name.
  return Object.fromEntries(values) as Pick<SiteFacts, N>
}
