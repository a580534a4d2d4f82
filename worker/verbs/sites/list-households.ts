import {
  type HouseholdRow,
  type HouseholdTotals,
  readHouseholds,
} from '../../../db/queries/sites-households.ts'
import type { SiteRow } from '../../../db/queries/sites-rows.ts'
import { type AreaDifference, areaDifference } from '../../lib/geo/area-difference.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Call } from '../context.ts'
import { mayDo } from '../guard/authorise.ts'
import { openSite } from './open-site.ts'

export type HouseholdList = {
  readonly site: SiteRow
  readonly rows: readonly HouseholdRow[]
  readonly totals: HouseholdTotals
  /** The households' area together against the place's own, where they are more than 5 % apart. */
  readonly difference: AreaDifference | null
  /** False where telephone numbers were left out. */
  readonly mayReadPhones: boolean
  readonly mayWrite: boolean
  /** The position the next page goes on after; null at the end. */
  readonly next: number | null
}

const PAGE = 50

/** The households of a growing area, fifty at a time. */
export async function listHouseholds({
  ctx,
  input,
}: Call<{ id: string; after: number }>): Promise<HouseholdList> {
  const site = await openSite(ctx, input.id)
  const { rows, totals } = await readHouseholds(ctx.db, {
    siteId: site.id,
    after: input.after,
    limit: PAGE + 1,
  })
  const page = rows.slice(0, PAGE)
  const listedHa = totals.areaHa
  const target = targetOf(site)
  const mayReadPhones = mayDo(ctx.actor, 'households.phones', target)
  return {
    site,
    rows: mayReadPhones ? page : page.map((row) => ({ ...row, phone: null })),
    totals,
    difference:
      listedHa === null
        ? null
        : areaDifference({ declaredHa: site.areaHa, computedHa: Math.round(listedHa * 1e4) / 1e4 }),
    mayReadPhones,
    mayWrite: site.withdrawnAt === null && mayDo(ctx.actor, 'sites.write', target),
    next: rows.length > PAGE ? (page.at(-1)?.position ?? null) : null,
  }
}
