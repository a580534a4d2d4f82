import {
  readCursor,
  readHouseholdSitesAfter,
  readPatternAreas,
  readSharedHouseholds,
} from '../../../db/queries/pattern-sources.ts'
import { sharedHouseholds } from '../../domain/patterns/detectors.ts'
import type { Lookup, VerbContext } from '../context.ts'
import { pairOf } from './look-at-overlaps.ts'
import { goneOf } from './site-pairs.ts'
import { type Look, moveCursor, storeLooks } from './store-looks.ts'

const CURSOR = 'households'
const HOUSEHOLDS_AT_ONCE = 20_000
const SITES_AT_ONCE = 50
/** Numbers of rows that were removed may be given again: the last ones are looked at once more. */
const LOOK_BACK = 1_000

/** Sites whose lists of households changed since the last look, held against other lists. */
export async function lookAtHouseholds(ctx: VerbContext): Promise<number> {
  const { db } = ctx
  const before = await readCursor(db, CURSOR)
  const { siteIds, upTo } = await readHouseholdSitesAfter(db, {
    row: Math.max(0, before - LOOK_BACK),
    limit: HOUSEHOLDS_AT_ONCE,
  })
  const kind = 'shared_households'
  let found = 0
  for (let at = 0; at < siteIds.length; at += SITES_AT_ONCE) {
    await ctx.giveWay()
    const some = siteIds.slice(at, at + SITES_AT_ONCE)
    const looks = await looksOf(ctx, some)
    const gone = await goneOf(db, { kind, siteIds: some, found: looks })
    found += await storeLooks(ctx, kind, [...looks, ...gone])
  }
  await moveCursor(ctx, CURSOR, upTo)
  return found
}

async function looksOf({ db }: Lookup, siteIds: readonly string[]): Promise<Look[]> {
  const sharing = await readSharedHouseholds(db, siteIds)
  const ids = sharing.flatMap(({ siteId, otherId }) => [siteId, otherId])
  const areas = new Map((await readPatternAreas(db, ids)).map((area) => [area.siteId, area]))
  const looks = sharing.flatMap(({ siteId, otherId, shared, households }): Look[] => {
    const [area, other] = [areas.get(siteId), areas.get(otherId)]
    const detected = sharedHouseholds({ shared, households })
    if (area === undefined || other === undefined || detected === null) return []
    return [{ ...pairOf(area, other), detected }]
  })
  // Either side of a pair tells of it.
  return [...new Map(looks.map((look) => [look.subjectId, look])).values()]
}
