import { listProvinces } from '../../../db/queries/accounts-places.ts'
import { hasNoPlan } from '../../../db/queries/monitoring-plans.ts'
import { MONITORING_REFUSALS as R } from '../../copy/refusals/monitoring.ts'
import { PLACE_REFUSALS } from '../../copy/refusals/places.ts'
import { communeCalled } from '../accounts/resolve-place.ts'
import { invalidField } from '../guard/parse-input.ts'
import type { RecordRules } from '../records/save-record.ts'

/** Its province is one in force, its commune one of that province; one plan a year of each. */
export const PLAN_RULES: RecordRules = {
  complete: async (ctx, { values, before }) => {
    // Where a plan is stays as it was made.
    if (before !== null) return {}
    const provinceCode = String(values['provinceCode'])
    const provinces = await listProvinces(ctx.db)
    if (!provinces.some(({ code }) => code === provinceCode)) {
      throw invalidField('provinceCode', PLACE_REFUSALS.provinceGone)
    }
    const name = values['communeName']
    if (typeof name !== 'string') return { communeCode: null }
    const commune = await communeCalled(ctx, { provinceCode, name })
    if (commune === null) throw invalidField('communeName', PLACE_REFUSALS.communeNotThere)
    return { communeCode: commune.code, communeName: commune.name }
  },
  guards: (row) => [
    {
      // As `complete` and the fields have just made it.
      holds: hasNoPlan(row as Parameters<typeof hasNoPlan>[0]),
      refusal: () => invalidField('year', R.planThere),
    },
  ],
}
