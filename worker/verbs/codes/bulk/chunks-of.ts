import type { PlannedDecision } from './plan-decisions.ts'

/** A decision that is to be recorded: its code is known, and what is said of it. */
export type ReadyDecision = PlannedDecision & {
  readonly target: NonNullable<PlannedDecision['target']>
  readonly said: NonNullable<PlannedDecision['said']>
}

/**
 * What is left to record, in stretches for one atomic batch each. The codes of a holder stand
 * together, so that the message to the holder goes with the first of them.
 */
export function chunksOf(plan: readonly PlannedDecision[], size: number): ReadyDecision[][] {
  const left = plan.filter(
    (each): each is ReadyDecision =>
      each.outcome === 'ready' && each.target !== null && each.said !== null,
  )
  const holders = [...new Set(left.map(({ target }) => target.organisationId))]
  const places = new Map(holders.map((id, place) => [id, place]))
  const placeOf = ({ target }: ReadyDecision) => places.get(target.organisationId) ?? 0
  // Sorting is stable, so the codes of one holder keep the order of the list.
  left.sort((a, b) => placeOf(a) - placeOf(b))
  const chunks: ReadyDecision[][] = []
  for (let at = 0; at < left.length; at += size) chunks.push(left.slice(at, at + size))
  return chunks
}
