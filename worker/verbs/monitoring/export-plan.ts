import { listPlanVisits, type VisitItem } from '../../../db/queries/visits.ts'
import { formatOn } from '../../copy/format.ts'
import { MONITORING_COPY as W } from '../../copy/portal/monitoring.ts'
import {
  VISIT_KIND_NAMES,
  VISIT_STATE_NAMES,
  visitReasonText,
} from '../../copy/portal/monitoring-names.ts'
import type { ListColumn } from '../../lib/sheet/write/sheet-cells.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { VerbContext } from '../context.ts'
import { everyPage } from '../documents/every-page.ts'
import { exportList } from '../exports/export-list.ts'
import type { ExportedFile, ListRows } from '../exports/list-file.ts'
import { type OpenedPlan, openPlan, partOfPlan } from './open-plan.ts'

const PAGE = 500

type Visit = VisitItem & { readonly ordinal: number }

const day = (on: string | null) => (on === null ? '' : formatOn(on, 'vi'))

/** As departments lay out a plan: a row a visit, by its last day. */
const COLUMNS: readonly ListColumn<Visit>[] = [
  { heading: W.ordinal.vi, width: 6, cell: ({ ordinal }) => ordinal },
  { heading: W.code.vi, width: 24, cell: ({ codes }) => codes.join(', ') },
  { heading: W.site.vi, width: 30, cell: ({ siteName }) => siteName },
  { heading: W.commune.vi, width: 22, cell: ({ communeName }) => communeName ?? '' },
  { heading: W.season.vi, width: 20, cell: ({ seasonName }) => seasonName ?? W.wholeYear.vi },
  { heading: W.kind.vi, width: 14, cell: ({ kind }) => VISIT_KIND_NAMES[kind].vi },
  { heading: W.why.vi, width: 30, cell: ({ why }) => visitReasonText(why, 'vi') },
  { heading: W.plannedOn.vi, width: 12, cell: ({ plannedOn }) => day(plannedOn) },
  { heading: W.due.vi, width: 12, cell: ({ dueOn }) => day(dueOn) },
  { heading: W.inspector.vi, width: 24, cell: ({ inspectorName }) => inspectorName ?? '' },
  { heading: W.state.vi, width: 16, cell: ({ state }) => VISIT_STATE_NAMES[state].vi },
  { heading: W.doneOn.vi, width: 12, cell: ({ doneOn }) => day(doneOn) },
  { heading: W.reason.vi, width: 30, cell: ({ stateReason }) => stateReason ?? '' },
]

/** The visits of a plan in the actor's area as a workbook. */
export async function exportPlan(ctx: VerbContext, id: string): Promise<ExportedFile> {
  const opened = await openPlan(ctx, id, 'monitoring.read')
  return exportList(ctx, {
    name: `ke-hoach-kiem-tra-${opened.row.year}`,
    ...{ format: 'xlsx', sheetName: W.sheet.vi, columns: COLUMNS },
    rows: visitsOf(ctx, opened),
    may: 'monitoring.read',
    target: partOfPlan(opened),
    audit: { action: 'monitoring.plan.export', entity: 'inspection_plan', entityId: id },
  })
}

async function* visitsOf(ctx: VerbContext, { row, bounds }: OpenedPlan): ListRows<Visit> {
  const today = vietnamDateOf(ctx.now())
  const asked = { planId: row.id, bounds, today, communeCode: null, inspectorId: null }
  let ordinal = 0
  for (const view of ['open', 'done', 'cancelled'] as const) {
    const pages = everyPage({
      size: PAGE,
      read: (after: { dueOn: string; id: string } | null) =>
        listPlanVisits(ctx.db, { ...asked, view, after, limit: PAGE }),
      keyOf: ({ dueOn, id }) => ({ dueOn, id }),
    })
    for await (const page of pages) {
      yield page.map((visit) => {
        ordinal += 1
        return { ...visit, ordinal }
      })
    }
  }
}
