import { readQuotaFacts, sitesNamed } from '../../../db/queries/code-quota.ts'
import { readCursor, readPatternAreas } from '../../../db/queries/pattern-sources.ts'
import { listOpenSubjects } from '../../../db/queries/patterns.ts'
import { readAreasReportedSince, sumBoughtOfSites } from '../../../db/queries/purchase-sums.ts'
import { boughtBeyond } from '../../domain/patterns/detectors.ts'
import { quotaOfSite } from '../../domain/quota/quota-of-site.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { VerbContext } from '../context.ts'
import { type Look, moveCursor, storeLooks } from './store-looks.ts'

const CURSOR = 'purchases'
/** Reports of one day that are looked at; what is left comes the next day. */
const REPORTS_AT_ONCE = 5_000
const AREAS_AT_ONCE = 200
const OPEN_AGAIN = 200

/** Growing areas that were reported on since the last look, and those open still, against what they may give. */
export async function lookAtPurchases(ctx: VerbContext): Promise<number> {
  const since = await readCursor(ctx.db, CURSOR)
  const reported = await readAreasReportedSince(ctx.db, { since, limit: REPORTS_AT_ONCE })
  const open = await listOpenSubjects(ctx.db, { kind: 'bought_beyond', limit: OPEN_AGAIN })
  const siteIds = [...new Set([...reported.siteIds, ...open])]
  let found = 0
  for (let at = 0; at < siteIds.length; at += AREAS_AT_ONCE) {
    const looks = await looksAt(ctx, siteIds.slice(at, at + AREAS_AT_ONCE))
    found += await storeLooks(ctx, 'bought_beyond', looks)
  }
  await moveCursor(ctx, CURSOR, reported.upTo)
  return found
}

async function looksAt(ctx: VerbContext, siteIds: readonly string[]): Promise<readonly Look[]> {
  const { db } = ctx
  const today = vietnamDateOf(ctx.now())
  const year = Number(today.slice(0, 4))
  const [areas, quotas, sums] = await Promise.all([
    readPatternAreas(db, siteIds),
    readQuotaFacts(db, { sites: sitesNamed(siteIds), year }),
    sumBoughtOfSites(db, { siteIds, year }),
  ])
  const quotaOf = new Map(quotas.map((row) => [row.siteId, row]))
  return areas.map((area): Look => {
    const { siteId, siteName, code, provinceCode, communeCode } = area
    const quota = quotaOf.get(siteId)
    const found = sums
      .filter((sum) => sum.siteId === siteId)
      .flatMap(({ crop, kg, buyers }) => {
        const allowed =
          quota === undefined ? null : quotaOfSite(quota, { crop, markets: [], day: today })
        return boughtBeyond({ boughtKg: kg, buyers, allowedKg: allowed?.allowedKg ?? null }) ?? []
      })
    // Of its crops, the one that is furthest beyond.
    const detected = found.toSorted((a, b) => b.level - a.level)[0] ?? null
    return {
      ...{ subjectId: siteId, shown: code ?? siteName, siteId, batchId: null },
      ...{ provinceCode, communeCode, detected },
    }
  })
}
