import { seasonStands } from '../../../db/queries/seasons.ts'
import { SEASON_COPY as W } from '../../copy/portal/season.ts'
import { seasonsOf } from '../../resources/season.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Call } from '../context.ts'
import { conflict } from '../guard/refusals.ts'
import { addRecord, editRecord, type Texts } from '../records/save-record.ts'
import { openDiarySite } from '../sites/open-site.ts'
import { openSeasonForWriting } from './open-season.ts'
import { seasonRules } from './season-rules.ts'

type Given = { readonly texts: Texts; readonly confirmed?: readonly string[] }

/** Opens a season: the report that is due at its start. */
export async function addSeason({ ctx, input }: Call<Given>): Promise<{ id: string }> {
  const site = await openDiarySite(ctx, String(input.texts['siteId'] ?? ''))
  const columns = { organisationId: site.organisationId }
  return addRecord(ctx, seasonsOf(targetOf(site)), { ...input, columns, rules: seasonRules(ctx) })
}

/** Changes what an open season says; true where anything differed. */
export async function editSeason({
  ctx,
  input,
}: Call<Given & { readonly id: string; readonly expected: string }>): Promise<boolean> {
  const { row, target } = await openSeasonForWriting(ctx, { id: input.id, state: 'open' })
  const rules = seasonRules(ctx)
  const stillOpen = { holds: seasonStands(row), refusal: () => conflict(W.isClosed) }
  return editRecord(ctx, seasonsOf(target), {
    ...input,
    rules: { ...rules, keeps: (after) => [stillOpen, ...(rules.keeps?.(after) ?? [])] },
  })
}
