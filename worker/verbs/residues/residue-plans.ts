import { readPlaceNames } from '../../../db/queries/accounts-places.ts'
import { listResiduePlan, type ResiduePlanRow, sumSamples } from '../../../db/queries/residues.ts'
import { RESIDUE_COPY as W } from '../../copy/portal/residue.ts'
import { type PlanAgainstDone, planAgainstDone } from '../../domain/residues/plan-against-done.ts'
import type { Reading } from '../context.ts'
import { boundsOf } from '../guard/authorise.ts'
import { invalidField } from '../guard/parse-input.ts'
import type { RecordRules } from '../records/save-record.ts'
import { communeOf } from './sampled-place.ts'

type SummedSamples = Awaited<ReturnType<typeof sumSamples>>[number]

/** What was taken in a year against what was planned, in the actor's place. */
export async function readPlanOf(
  ctx: Reading,
  year: number,
): Promise<PlanAgainstDone<ResiduePlanRow, SummedSamples>> {
  const bounds = boundsOf(ctx, 'residue_plans.read')
  const [plan, done] = await Promise.all([
    listResiduePlan(ctx.db, { bounds, year }),
    sumSamples(ctx.db, { bounds, year }),
  ])
  return planAgainstDone(plan, done)
}

/** Where a line of the plan holds: the commune that was named, else all of the actor's area. */
export const PLAN_RULES: RecordRules = {
  complete: async (ctx, { values, before }) => {
    // Where it holds was settled when it was put down.
    if (before !== null) return {}
    const { communeName } = values
    const place = await communeOf(ctx, typeof communeName === 'string' ? communeName : null)
    if (place.provinceCode === null) throw invalidField('communeName', W.planProvince)
    const names = await readPlaceNames(ctx.db, place)
    return { ...place, communeName: names.communeName }
  },
  taken: async () => invalidField('crop', W.planThere),
}
