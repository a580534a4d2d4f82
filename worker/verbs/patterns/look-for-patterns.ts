import type { VerbContext } from '../context.ts'
import { lookAtAreas } from './look-at-areas.ts'
import { lookAtHouseholds } from './look-at-households.ts'
import { lookAtOpenings } from './look-at-openings.ts'
import { lookAtOverlaps } from './look-at-overlaps.ts'
import { lookAtPurchases } from './look-at-purchases.ts'

/**
 * Looks for what officers may want to look at in the use of codes: once a day, at what is new since
 * the last look and what is open still, never at everything. Returns how many were found.
 */
export async function lookForPatterns(ctx: VerbContext): Promise<number> {
  let found = 0
  for (const look of [
    lookAtAreas,
    lookAtOpenings,
    lookAtOverlaps,
    lookAtHouseholds,
    lookAtPurchases,
  ]) {
    found += await look(ctx)
  }
  return found
}
