import type { PlanCell } from '../../../../db/queries/monitoring-plans.ts'
import { formatAt, formatNumber } from '../../../copy/format.ts'
import { ASSIGNMENT_LIST_COPY } from '../../../copy/portal/assignment-list.ts'
import { MONITORING_COPY as W } from '../../../copy/portal/monitoring.ts'
import { PLAN_RESULTS_COPY } from '../../../copy/portal/plan-results.ts'
import type { VisitView } from '../../../domain/monitoring/kinds.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { mayAny, mayDo } from '../../../verbs/guard/authorise.ts'
import { exportPlan } from '../../../verbs/monitoring/export-plan.ts'
import { exportPlanResults } from '../../../verbs/monitoring/export-results.ts'
import { readPlans, showPlan } from '../../../verbs/monitoring/list-plans.ts'
import { undecidedNotes } from '../calendar/undecided-notes.ts'
import { sendFile } from '../imports/send-file.ts'
import type { Portal } from '../portal-route.ts'
import { type Section, showDetailPage } from '../show-detail-page.ts'
import { showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'
import { withQuery } from '../with-query.ts'
import { MONITORING_PATH as PATH, planPath, RULES_PATH, WINDOWS_PATH } from './paths.ts'
import { planPlace, planTitle, seasonText } from './plan-text.ts'

/** `GET /portal/monitoring`. */
export async function showPlanList(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  const mayPlan = mayAny(ctx.actor, 'monitoring.plan')
  return showListPage(
    portal,
    { rows: await readPlans(ctx) },
    {
      adding: mayPlan ? { href: `${PATH}/new`, text: W.add } : null,
      words: W,
      columns: [
        column(W.year, ({ year, id }) => ({ text: String(year), href: planPath(id) })),
        column(W.place, (row) => planPlace(row)),
        column(W.authority, ({ authority }) => authority),
        column(W.made, ({ madeAt }) => (madeAt === null ? W.notMade : formatAt(madeAt, lang))),
      ],
      links: [
        mayPlan && { href: RULES_PATH, text: W.rules },
        mayPlan && { href: WINDOWS_PATH, text: W.windows },
      ],
    },
  )
}

/** `GET /portal/monitoring/{id}`: how far a plan is. */
export async function showOnePlan(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const { row, target, cells, undecided } = await showPlan(ctx, param('id'))
  const path = planPath(row.id)
  const mayPlan = mayDo(ctx.actor, 'monitoring.plan', target)
  const make = { href: `${path}/make`, text: (row.madeAt === null ? W.make : W.remake)[lang] }
  const visits = { href: `${path}/visits`, text: W.visits[lang] }
  const isFresh = mayPlan && row.madeAt === null
  return showDetailPage(portal, {
    title: planTitle(row, lang),
    back: { href: PATH, text: W.title },
    done: { made: W.madeNow, saved: W.saved },
    notes: undecidedNotes(undecided, lang, 'planNotDecided'),
    primary: isFresh ? make : visits,
    links: [
      isFresh && visits,
      ...(mayPlan
        ? [
            { href: `${path}/assign`, text: W.assign },
            { href: `${path}/assignments`, text: ASSIGNMENT_LIST_COPY.title },
            !isFresh && make,
            { href: `${path}/edit`, text: W.editTitle },
          ]
        : []),
      { href: `${path}/export`, text: W.exportXlsx, download: true },
      { href: `${path}/results`, text: PLAN_RESULTS_COPY.download, download: true },
    ],
    facts: [
      { label: W.place, text: planPlace(row) },
      { label: W.authority, text: row.authority },
      { label: W.perDay, text: formatNumber(row.perDay, lang) },
      { label: W.made, text: row.madeAt === null ? W.notMade : formatAt(row.madeAt, lang) },
      row.note !== null && { label: W.note, text: row.note },
    ],
    sections: [cellSection(cells, { lang, path })],
  })
}

const FIGURES = ['planned', 'done', 'overdue', 'unassigned'] as const
const VIEWS = {
  planned: 'open',
  done: 'done',
  overdue: 'overdue',
  unassigned: 'unassigned',
} as const satisfies Record<(typeof FIGURES)[number], VisitView>

/** Communes by seasons, after the sum of all. */
function cellSection(
  cells: readonly PlanCell[],
  { lang, path }: { readonly lang: Language; readonly path: string },
): Section {
  const figuresOf = (of: readonly PlanCell[], communeCode: string) =>
    FIGURES.map((name) => {
      const value = of.reduce((sum, cell) => sum + cell[name], 0)
      const href = withQuery(`${path}/visits`, { view: VIEWS[name], commune: communeCode })
      return { text: formatNumber(value, lang), ...(value === 0 ? {} : { href }) }
    })
  return {
    id: 'communes',
    title: W.table,
    table: {
      columns: [
        ...[W.commune, W.season].map((name) => ({ name })),
        ...FIGURES.map((name) => ({ name: W[name], number: true })),
      ],
      rows:
        cells.length === 0
          ? []
          : [
              [{ text: W.total }, { text: '' }, ...figuresOf(cells, '')],
              ...cells.map((cell) => {
                const { communeName, communeCode, seasonName: name } = cell
                const season = { name, fromOn: cell.seasonFromOn, toOn: cell.seasonToOn }
                return [
                  { text: communeName ?? W.noCommune },
                  seasonText(season, lang),
                  ...figuresOf([cell], communeCode ?? ''),
                ]
              }),
            ],
      empty: W.tableEmpty,
    },
  }
}

/** `GET /portal/monitoring/{id}/export`. */
export async function downloadPlan({ param, ctx }: Portal): Promise<Response> {
  return sendFile(await exportPlan(ctx, param('id')))
}

/** `GET /portal/monitoring/{id}/results`. */
export async function downloadResults({ param, ctx }: Portal): Promise<Response> {
  return sendFile(await exportPlanResults(ctx, param('id')))
}
