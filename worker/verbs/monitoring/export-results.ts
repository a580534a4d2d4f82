import { type PlanResult, readPlanResults } from '../../../db/queries/monitoring-results.ts'
import { formatOn } from '../../copy/format.ts'
import { MONITORING_COPY as M } from '../../copy/portal/monitoring.ts'
import { PLAN_RESULTS_COPY as W } from '../../copy/portal/plan-results.ts'
import type { ListColumn } from '../../lib/sheet/write/sheet-cells.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { VerbContext } from '../context.ts'
import { exportList } from '../exports/export-list.ts'
import type { ExportedFile, ListRows } from '../exports/list-file.ts'
import { type OpenedPlan, openPlan, partOfPlan } from './open-plan.ts'

/** What is summed, in the order of the columns. */
const FIGURES = [
  ...(['sites', 'visits', 'done', 'overdue', 'inspected', 'minutes'] as const),
  ...(['failed', 'samples', 'findings', 'mended'] as const),
] as const

type Figures = Pick<PlanResult, (typeof FIGURES)[number]>

/** The figures of a commune and season, or of them all. */
type Line = Figures & Readonly<Record<'commune' | 'season' | 'from' | 'to', string>>

const COLUMNS: readonly ListColumn<Line>[] = [
  { heading: M.commune.vi, width: 24, cell: ({ commune }) => commune },
  { heading: M.season.vi, width: 20, cell: ({ season }) => season },
  { heading: W.from.vi, width: 12, cell: ({ from }) => from },
  { heading: W.to.vi, width: 12, cell: ({ to }) => to },
  ...FIGURES.map((name) => ({ heading: W[name].vi, width: 14, cell: (line: Line) => line[name] })),
  {
    heading: W.share.vi,
    width: 12,
    cell: ({ visits, done }) => (visits === 0 ? '' : Math.round((done / visits) * 1000) / 10),
  },
]

/**
 * Plan and results of a year by commune and season as a workbook, the sum first: visits planned and made,
 * minutes, samples, violations (Decision 1753/QĐ-UBND of An Giang, III; reports of 15/5 and 30/11).
 */
export async function exportPlanResults(ctx: VerbContext, id: string): Promise<ExportedFile> {
  const opened = await openPlan(ctx, id, 'monitoring.read')
  return exportList(ctx, {
    name: `ket-qua-kiem-tra-${opened.row.year}`,
    ...{ format: 'xlsx', sheetName: W.sheet.vi, columns: COLUMNS },
    rows: linesOf(ctx, opened),
    may: 'monitoring.read',
    target: partOfPlan(opened),
    audit: {
      ...{ action: 'monitoring.plan.export', entity: 'inspection_plan', entityId: id },
      after: { what: 'results' },
    },
  })
}

async function* linesOf(ctx: VerbContext, { row, bounds }: OpenedPlan): ListRows<Line> {
  const today = vietnamDateOf(ctx.now())
  const results = await readPlanResults(ctx.db, { planId: row.id, bounds, today })
  const all = { commune: M.total.vi, season: '', from: '', to: '' }
  if (results.length > 0) yield [{ ...sumOf(results), ...all }]
  yield results.map((each) => ({
    ...each,
    commune: each.communeName ?? M.noCommune.vi,
    season: each.seasonName ?? M.wholeYear.vi,
    from: formatOn(each.seasonFromOn, 'vi'),
    to: formatOn(each.seasonToOn, 'vi'),
  }))
}

function sumOf(results: readonly PlanResult[]): Figures {
  const sums = FIGURES.map((name) => [name, results.reduce((sum, each) => sum + each[name], 0)])
  // Every figure is there by its name.
  return Object.fromEntries(sums) as Figures
}
