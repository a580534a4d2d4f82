import { readSeason, type SeasonItem } from '../../../db/queries/seasons.ts'
import { SEASON_COPY as W } from '../../copy/portal/season.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Reading } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'
import { type Opened, opener } from '../guard/opener.ts'
import { conflict } from '../guard/refusals.ts'

/** A season and on whose land, as the permission table asks for it. */
export type OpenedSeason = Opened<SeasonItem>

const open = opener({ read: readSeason, target: targetOf, noun: W.noun })

/** A season the actor may read; any other is simply not there. */
export function openSeason(ctx: Reading, id: string): Promise<OpenedSeason> {
  return open(ctx, id, 'diary.read')
}

/** A season the actor may write, open as it must be. */
export async function openSeasonForWriting(
  ctx: Reading,
  { id, state }: { readonly id: string; readonly state: 'open' | 'closed' },
): Promise<OpenedSeason> {
  const opened = await openSeason(ctx, id)
  requirePermission(ctx, 'diary.write', opened.target)
  const isOpen = opened.row.endedOn === null
  if (state === 'open' && !isOpen) throw conflict(W.isClosed)
  if (state === 'closed' && isOpen) throw conflict(W.isOpen)
  return opened
}
