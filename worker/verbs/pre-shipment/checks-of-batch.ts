import { readMarketRules } from '../../../db/queries/market-rules.ts'
import {
  type CheckedBatch,
  type CheckFactRows,
  readCheckedBatch,
  readCheckFacts,
  readRelease,
} from '../../../db/queries/pre-shipment.ts'
import { coversGoods } from '../../domain/lots/covers-goods.ts'
import type { MarketRule } from '../../domain/market-rules/market-rule.ts'
import type { CheckAllowance, CheckFacts } from '../../domain/pre-shipment/check-facts.ts'
import { cropOfBatch } from '../../domain/pre-shipment/crop-of-batch.ts'
import {
  asksChecks,
  type JudgedCheck,
  judgeChecks,
  SEASON_DAYS,
} from '../../domain/pre-shipment/judge-checks.ts'
import { daysBefore } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { kilogramsOfBatch } from '../batches/count-uses.ts'
import type { DatedLookup, VerbContext } from '../context.ts'

/** The checks of a batch that is not released yet, with the text that tells whether anything changed since. */
export type OpenChecks = { readonly checks: readonly JudgedCheck[]; readonly version: string }

/**
 * What the markets of an unsealed batch ask to be checked, and how it stands now; where nobody said when
 * it is packed, as if it were today. Whoever releases it and whoever only looks ask here.
 */
export async function openChecksOf({ db, now }: DatedLookup, batchId: string): Promise<OpenChecks> {
  const batch = await readCheckedBatch(db, batchId)
  if (batch === null) throw new Error('a batch that is to be checked is not there')
  const { markets, version, places } = batch
  const today = vietnamDateOf(now())
  const packedOn = batch.packedOn ?? today
  const areas = places.filter(({ slot }) => slot === 'growing_area')
  const crop = cropOfBatch({ ...batch, areaCrops: areas.flatMap(({ crops }) => crops) })
  const rules = await readMarketRules(db, { crops: [crop], markets })
  if (!asksChecks({ rules, crop, markets, packedOn })) return { checks: [], version }
  const since = firstDayOf({ batch, rules, packedOn })
  const rows = await readCheckFacts(db, { batchId, since })
  const checks = judgeChecks({
    ...{ rules, crop, markets, packedOn, today },
    harvestedOn: batch.harvestedOn,
    seasonFrom: batch.seasonFrom,
    areaIds: areas.map(({ siteId }) => siteId),
    houseIds: places.flatMap(({ siteId, slot }) => (slot === 'packing_house' ? [siteId] : [])),
    facts: factsOf(rows),
    allowances: await allowancesOf(db, { batch, rows }),
  })
  return { checks, version }
}

/** The checks of a batch: as they stand, or as they stood when it was released. */
export async function checksOfBatch(
  ctx: DatedLookup,
  { id, sealedAt }: { readonly id: string; readonly sealedAt: number | null },
): Promise<readonly JudgedCheck[]> {
  if (sealedAt === null) return (await openChecksOf(ctx, id)).checks
  return (await readRelease(ctx.db, id))?.checks ?? []
}

/** The first day on which anything that is looked for may lie. */
function firstDayOf(asked: {
  readonly batch: CheckedBatch
  readonly rules: readonly MarketRule[]
  readonly packedOn: string
}): string {
  const { batch, rules, packedOn } = asked
  const days = rules.map(({ value }) => (value.kind === 'required_check' ? (value.days ?? 0) : 0))
  const first = daysBefore(packedOn, Math.max(SEASON_DAYS, ...days))
  return batch.seasonFrom !== null && batch.seasonFrom < first ? batch.seasonFrom : first
}

function factsOf(rows: CheckFactRows): CheckFacts {
  return {
    tests: rows.tests.map(({ analyte, result, issuedBy: laboratory, ...test }) => ({
      ...test,
      ...{ laboratory, analyte: analyte ?? '', result: result ?? '' },
    })),
    samples: rows.samples.flatMap(({ takenOn, batchId, siteId, reportNo: number, ...sample }) => {
      if (takenOn === null) return []
      const results = new Map(
        rows.results
          .filter(({ sampleId }) => sampleId === sample.id)
          .map((result) => [result.analyteKey, result]),
      )
      return {
        ...sample,
        ...{ takenOn, number, siteId: batchId === null ? siteId : null },
        results: [...results.values()],
      }
    }),
    inspections: rows.inspections,
    // Of each check what was written last counts: it stands first.
    records: rows.records.filter(
      ({ checkKey }, at, all) => all.findIndex((row) => row.checkKey === checkKey) === at,
    ),
  }
}

/** Officers' exceptions, but for more kilograms than they saw. */
async function allowancesOf(
  db: VerbContext['db'],
  { batch, rows }: { readonly batch: CheckedBatch; readonly rows: CheckFactRows },
): Promise<readonly CheckAllowance[]> {
  const { allowances } = rows
  if (allowances.length === 0) return []
  const kg = await kilogramsOfBatch(db, batch)
  return allowances.flatMap((row) => {
    const { checkKey: key, checkState: state, recordedAt, authority: by, reason } = row
    if (key === null || state === null || !coversGoods(row, kg)) return []
    return { key, state, on: vietnamDateOf(recordedAt), recordedAt, by, reason }
  })
}
