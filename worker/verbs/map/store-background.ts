import {
  backgroundIs,
  insertBackground,
  readLastBackground,
} from '../../../db/queries/map-background.ts'
import { MAP_REFUSALS } from '../../copy/refusals/map.ts'
import type { MapBackground } from '../../domain/sites/map-background.ts'
import { change } from '../change.ts'
import { actorText, type VerbContext } from '../context.ts'
import { conflict, editedMeanwhile } from '../guard/refusals.ts'

/** Says from now on what the map is drawn upon; null for nothing, where there was something. */
export async function storeBackground(
  ctx: VerbContext,
  archive: MapBackground | null,
): Promise<void> {
  const last = await readLastBackground(ctx.db)
  if (archive === null && (last?.archive ?? null) === null)
    throw conflict(MAP_REFUSALS.noBackground)
  await change(ctx, {
    may: 'organisations.write',
    target: null,
    guards: [{ holds: backgroundIs(last?.id ?? null), refusal: editedMeanwhile }],
    statements: [
      insertBackground(ctx.db, {
        ...{ id: ctx.newId(), archive, recordedAt: ctx.now(), actor: actorText(ctx.actor) },
      }),
    ],
    audit: {
      action: 'map.background',
      entityId: 'background',
      before: last?.archive ?? null,
      after: archive,
    },
  })
}
