import { type PlanResult, readPlanResults } from '../../../db/queries/monitoring-results.ts'
import { formatOn } from '../../copy/format.ts'
import { MONITORING_COPY as M } from '../../copy/portal/monitoring.ts'
import { PLAN_RESULTS_COPY as W } from '../../copy/portal/plan-results.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { change } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { type ExportedFile, type ListRows, listFile } from '../exports/list-file.ts'
import { type OpenedPlan, openPlan } from './open-plan.ts'

/** What is summed, in the order of the columns. */
const FIGURES = [
  ...(['sites', 'visits', 'done', 'overdue', 'inspected', 'minutes'] as const),
  ...(['failed', 'samples', 'findings', 'mended'] as const),
] as const

const COLUMNS = [
  { heading: M.commune.vi, width: 24 },
  { heading: M.season.vi, width: 20 },
  { heading: W.from.vi, width: 12 },
  { heading: W.to.vi, width: 12 },
  ...FIGURES.map((name) => ({ heading: W[name].vi, width: 14 })),
  { heading: W.share.vi, width: 12 },
]

/**
 * Plan and results of a year by commune and season as a workbook, the sum first: visits planned and made,
 * minutes, samples, violations (Decision 1753/QĐ-UBND of An Giang, III; reports of 15/5 and 30/11).
 */
export async function exportPlanResults(ctx: VerbContext, id: string): Promise<ExportedFile> {
  const opened = await openPlan(ctx, id, 'monitoring.read')
  const { year, provinceCode, communeCode } = opened.row
  const file = await listFile({
    name: `ket-qua-kiem-tra-${year}`,
    ...{ format: 'xlsx', sheetName: W.sheet.vi, columns: COLUMNS },
    rows: rowsOf(ctx, opened),
  })
  const own = opened.bounds?.kind === 'place' ? opened.bounds.communeCode : null
  await change(ctx, {
    may: 'monitoring.read',
    target: { organisationId: null, place: { provinceCode, communeCode: communeCode ?? own } },
    audit: {
      action: 'monitoring.plan.export',
      entity: 'inspection_plan',
      entityId: id,
      after: { what: 'results' },
    },
  })
  return file
}

async function* rowsOf(ctx: VerbContext, { row, bounds }: OpenedPlan): ListRows {
  const today = vietnamDateOf(ctx.now())
  const rows = await readPlanResults(ctx.db, { planId: row.id, bounds, today })
  const figuresOf = (some: readonly PlanResult[]) => {
    const sums = FIGURES.map((name) => some.reduce((sum, each) => sum + each[name], 0))
    const [, visits = 0, done = 0] = sums
    return [...sums, visits === 0 ? '' : Math.round((done / visits) * 1000) / 10]
  }
  if (rows.length > 0) yield [[M.total.vi, '', '', '', ...figuresOf(rows)]]
  yield rows.map((each) => [
    each.communeName ?? M.noCommune.vi,
    each.seasonName ?? M.wholeYear.vi,
    formatOn(each.seasonFromOn, 'vi'),
    formatOn(each.seasonToOn, 'vi'),
    ...figuresOf([each]),
  ])
}
