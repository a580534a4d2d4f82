import { type PlannedSeason, readPlannedSeasons } from '../../../db/queries/purchase-plans.ts'
import { readSeason } from '../../../db/queries/seasons.ts'
import { PURCHASE_REFUSALS as R } from '../../copy/refusals/purchases.ts'
import { againstPlan } from '../../domain/purchases/against-plan.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { kilogramsIn } from '../batches/harvest-kg.ts'
import type { DatedReading } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'
import { ownHolder } from '../own-codes/own-holder.ts'
import type { RecordRules } from '../records/save-record.ts'

/** A season with its plan, what became of it, and what there is to say of that. */
export type SeasonPlan = ReturnType<typeof againstPlan> & {
  readonly season: PlannedSeason
  readonly harvestedKg: number | null
}

/** The seasons of the actor's organisation against their plans, the latest first. */
export async function readSalesPlan(ctx: DatedReading): Promise<readonly SeasonPlan[]> {
  const organisationId = ownHolder(ctx)
  const thisMonth = vietnamDateOf(ctx.now()).slice(0, 7)
  const seasons = await readPlannedSeasons(ctx.db, organisationId)
  return seasons.map((season) => {
    const harvestedKg = season.yieldKg ?? harvestedOf(season)
    const { plans, bought, packed } = season
    return {
      ...{ season, harvestedKg },
      ...againstPlan({ plans, bought, packed, harvestedKg, thisMonth }),
    }
  })
}

/** What entries of the diary add up to; null where none was weighed. */
function harvestedOf({ harvests }: PlannedSeason): number | null {
  const weighed = harvests.flatMap((details) => kilogramsIn(details) ?? [])
  return weighed.length === 0 ? null : weighed.reduce((sum, kg) => sum + kg, 0)
}

/** A line of the plan is about a season of one's own. */
export const SALES_PLAN_RULES: RecordRules = {
  complete: async (ctx, { values, before }) => {
    if (before !== null) return {}
    const organisationId = ownHolder(ctx)
    const season = await readSeason(ctx.db, String(values['seasonId']))
    if (season?.organisationId !== organisationId) throw invalidField('seasonId', R.seasonUnknown)
    return { organisationId }
  },
  taken: async () => invalidField('buyer', R.planThere),
}
