import {
  type AreaPatternRow,
  readAreaPatterns,
  readAreasUsedSince,
  readCursor,
} from '../../../db/queries/pattern-sources.ts'
import { listOpenSubjects } from '../../../db/queries/patterns.ts'
import {
  type Detected,
  manyPackers,
  nearCeiling,
  outOfSeason,
  WORTH_A_LOOK,
} from '../../domain/patterns/detectors.ts'
import type { PatternKind } from '../../domain/patterns/kinds.ts'
import { quotaOfSite } from '../../domain/quota/quota-of-site.ts'
import { addDays, dayNumberOf, toCalendarDate } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { VerbContext } from '../context.ts'
import { type Look, moveCursor, storeLooks } from './store-looks.ts'

const CURSOR = 'areas'
/** Uses of one day that are looked at; what is left comes the next day. */
const USES_AT_ONCE = 5_000
const AREAS_AT_ONCE = 200
const OPEN_AGAIN = 200

const DETECTORS = {
  many_packers: ({ packers }) => manyPackers(packers),
  near_ceiling: nearCeilingOf,
  out_of_season: outOfSeasonOf,
} as const satisfies Partial<
  Record<PatternKind, (area: AreaPatternRow, today: string) => Detected | null>
>

/** Growing areas under whose codes something was sealed since the last look, and those open still. */
export async function lookAtAreas(ctx: VerbContext): Promise<number> {
  const { db } = ctx
  const today = vietnamDateOf(ctx.now())
  const since = await readCursor(db, CURSOR)
  const used = await readAreasUsedSince(db, { since, limit: USES_AT_ONCE })
  const kinds = Object.keys(DETECTORS) as (keyof typeof DETECTORS)[]
  const open = await Promise.all(
    kinds.map((kind) => listOpenSubjects(db, { kind, limit: OPEN_AGAIN })),
  )
  const siteIds = [...new Set([...used.siteIds, ...open.flat()])]
  const sinceOn = addDays(today, -WORTH_A_LOOK.packersDays)
  let found = 0
  for (let at = 0; at < siteIds.length; at += AREAS_AT_ONCE) {
    const areas = await readAreaPatterns(db, {
      siteIds: siteIds.slice(at, at + AREAS_AT_ONCE),
      ...{ sinceOn, year: Number(today.slice(0, 4)) },
    })
    for (const kind of kinds) {
      const looks = areas.map((area) => lookOf(area, DETECTORS[kind](area, today)))
      found += await storeLooks(ctx, kind, looks)
    }
  }
  await moveCursor(ctx, CURSOR, used.upTo)
  return found
}

function lookOf(area: AreaPatternRow, detected: Detected | null): Look {
  const { siteId, siteName, code, provinceCode, communeCode } = area
  return {
    ...{ subjectId: siteId, shown: code ?? siteName, siteId, batchId: null },
    ...{ provinceCode, communeCode, detected },
  }
}

/** Of its crops, the one that is nearest. */
function nearCeilingOf({ quota }: AreaPatternRow, today: string): Detected | null {
  if (quota === null) return null
  const found = quota.crops.flatMap(({ cropFolded: crop }) => {
    return nearCeiling(quotaOfSite(quota, { crop, markets: [], day: today })) ?? []
  })
  return found.toSorted((a, b) => b.level - a.level)[0] ?? null
}

/** Of the crops that seasons were opened of. */
function outOfSeasonOf({ seasons, harvests }: AreaPatternRow): Detected | null {
  const found = [...new Set(seasons.map(({ crop }) => crop))].flatMap((crop) => {
    const days = harvests
      .filter((each) => each.crop === crop)
      .flatMap(({ on, kg }) => {
        const day = dayNumber(on)
        return day === null ? [] : [{ day, on, kg }]
      })
    const windows = seasons
      .filter((each) => each.crop === crop)
      .flatMap(({ fromOn, toOn }) => {
        const [from, to] = [dayNumber(fromOn), dayNumber(toOn)]
        return from === null || to === null ? [] : [{ from, to }]
      })
    return outOfSeason(days, windows) ?? []
  })
  return found.toSorted((a, b) => b.level - a.level)[0] ?? null
}

function dayNumber(on: string): number | null {
  const date = toCalendarDate(on)
  return date === null ? null : dayNumberOf(date)
}
