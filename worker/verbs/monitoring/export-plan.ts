import { listPlanVisits, type VisitItem } from '../../../db/queries/visits.ts'
import { formatOn } from '../../copy/format.ts'
import { MONITORING_COPY as W } from '../../copy/portal/monitoring.ts'
import {
  VISIT_KIND_NAMES,
  VISIT_STATE_NAMES,
  visitReasonText,
} from '../../copy/portal/monitoring-names.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { change } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { everyPage } from '../documents/every-page.ts'
import { type ExportedFile, type ListRows, listFile } from '../exports/list-file.ts'
import { type OpenedPlan, openPlan } from './open-plan.ts'

const PAGE = 500

/** As departments lay out a plan: a row a visit, by its last day. */
const COLUMNS = [
  { heading: W.ordinal.vi, width: 6 },
  { heading: W.code.vi, width: 24 },
  { heading: W.site.vi, width: 30 },
  { heading: W.commune.vi, width: 22 },
  { heading: W.season.vi, width: 20 },
  { heading: W.kind.vi, width: 14 },
  { heading: W.why.vi, width: 30 },
  { heading: W.plannedOn.vi, width: 12 },
  { heading: W.due.vi, width: 12 },
  { heading: W.inspector.vi, width: 24 },
  { heading: W.state.vi, width: 16 },
  { heading: W.doneOn.vi, width: 12 },
  { heading: W.reason.vi, width: 30 },
] as const

/** The visits of a plan in the actor's area as a workbook. */
export async function exportPlan(ctx: VerbContext, id: string): Promise<ExportedFile> {
  const opened = await openPlan(ctx, id, 'monitoring.read')
  const { year } = opened.row
  const file = await listFile({
    name: `ke-hoach-kiem-tra-${year}`,
    ...{ format: 'xlsx', sheetName: W.sheet.vi, columns: COLUMNS },
    rows: rowsOf(ctx, opened),
  })
  const { provinceCode, communeCode } = opened.row
  const own = opened.bounds?.kind === 'place' ? opened.bounds.communeCode : null
  await change(ctx, {
    may: 'monitoring.read',
    target: {
      organisationId: null,
      place: { provinceCode, communeCode: communeCode ?? own },
    },
    audit: { action: 'monitoring.plan.export', entity: 'inspection_plan', entityId: id },
  })
  return file
}

async function* rowsOf(ctx: VerbContext, { row, bounds }: OpenedPlan): ListRows {
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
        return cellsOf(visit, ordinal)
      })
    }
  }
}

function cellsOf(visit: VisitItem, ordinal: number) {
  const { codes, siteName, communeName, seasonName, kind, why, state } = visit
  const day = (on: string | null) => (on === null ? '' : formatOn(on, 'vi'))
  return [
    ordinal,
    codes.join(', '),
    siteName,
    communeName ?? '',
    seasonName ?? W.wholeYear.vi,
    VISIT_KIND_NAMES[kind].vi,
    visitReasonText(why, 'vi'),
    day(visit.plannedOn),
    day(visit.dueOn),
    visit.inspectorName ?? '',
    VISIT_STATE_NAMES[state].vi,
    day(visit.doneOn),
    visit.stateReason ?? '',
  ]
}
