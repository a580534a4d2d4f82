import type { RandomCase } from './random-standing.ts'

/** The smallest case found by leaving things out one at a time for which `differs` still holds. */
export function shrinkCase(
  failing: RandomCase,
  differs: (given: RandomCase) => boolean,
): RandomCase {
  let smallest = failing
  for (;;) {
    const smaller = smallerCases(smallest).find(differs)
    if (smaller === undefined) return smallest
    smallest = smaller
  }
}

function smallerCases(given: RandomCase): RandomCase[] {
  const { facts } = given
  const withFacts = (changed: Partial<RandomCase['facts']>): RandomCase => ({
    ...given,
    facts: { ...facts, ...changed },
  })
  const found: RandomCase[] = []
  for (const codes of shorter(facts.codes)) found.push(withFacts({ codes }))
  for (const markets of shorter(facts.markets)) {
    if (markets.length > 0) found.push(withFacts({ markets }))
  }
  for (const exceptions of shorter(facts.exceptions)) found.push(withFacts({ exceptions }))
  for (const codeUse of shorter(facts.codeUse)) found.push(withFacts({ codeUse }))
  for (const runs of shorter(given.runs)) found.push({ ...given, runs })
  if (facts.expiresOn !== null) found.push(withFacts({ expiresOn: null }))
  if (facts.producerSuspendedOn !== null) found.push(withFacts({ producerSuspendedOn: null }))
  if (facts.preHarvestBreaches.length > 0) found.push(withFacts({ preHarvestBreaches: [] }))
  if (facts.intervalOverride !== null) found.push(withFacts({ intervalOverride: null }))
  if (given.asked !== null) found.push({ ...given, asked: null })
  facts.codes.forEach((code, at) => {
    for (const events of shorter(code.events)) {
      found.push(withFacts({ codes: facts.codes.with(at, { ...code, events }) }))
    }
  })
  return found
}

/** The list without each of its elements in turn. */
function shorter<T>(list: readonly T[]): T[][] {
  return list.map((_, left) => list.filter((__, at) => at !== left))
}
