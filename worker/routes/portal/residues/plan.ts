import { fill } from '../../../copy/fill.ts'
import { formatNumber } from '../../../copy/format.ts'
import { RESIDUE_COPY as F } from '../../../copy/portal/residue.ts'
import { RESIDUES_COPY as W } from '../../../copy/portal/residues.ts'
import { cropName } from '../../../domain/crops/crop-key.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { RESIDUE_PLAN } from '../../../resources/residue-plan.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { PLAN_RULES, readPlanOf } from '../../../verbs/residues/residue-plans.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForms } from '../records/record-routes.ts'
import { showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'
import { RESIDUES_PATH } from './sample-table.ts'

const PATH = `${RESIDUES_PATH}/plan` as const

/** The sampling plan of a year, and the forms of its lines. */
export const planRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'residue_plans.read', handle: showPlan },
  ...recordForms({
    resource: RESIDUE_PLAN,
    rules: PLAN_RULES,
    path: PATH,
    editPath: `${PATH}/:id`,
    words: { addTitle: W.planAdd, editTitle: W.planEdit, save: W.planSave },
    startFrom: async (portal) => ({ year: String(yearOf(portal)) }),
    after: () => `${PATH}?done=saved`,
    backOf: () => PATH,
  }),
]

/** The year that is asked for; this one where none is, or nonsense. */
export function yearOf({ c, ctx }: Portal): number {
  const asked = c.req.query('year') ?? ''
  return Number(/^20\d\d$/.test(asked) ? asked : vietnamDateOf(ctx.now()).slice(0, 4))
}

/** `GET /portal/residues/plan?year=`. */
async function showPlan(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  const year = yearOf(portal)
  const { planned, beside, total } = await readPlanOf(ctx, year)
  const mayWrite = mayAny(ctx.actor, 'residue_plans.write')
  const figure = (value: number) => formatNumber(value, lang)
  const hrefOf = (id: string) => (mayWrite ? `${PATH}/${encodeURIComponent(id)}` : undefined)
  const rows = [
    ...planned.map(({ id, samples, ...row }) => ({ ...row, href: hrefOf(id), samples })),
    ...beside.map(({ samples, ...row }) => ({
      ...row,
      href: undefined,
      done: samples,
      samples: null,
    })),
  ]
  return showListPage(
    portal,
    { rows },
    {
      adding: mayWrite ? { href: `${PATH}/new?year=${year}`, text: W.planAdd } : null,
      words: {
        title: fill(W.planTitle[lang], { year }),
        lead: fill(W.planLead[lang], { done: figure(total.done), planned: figure(total.planned) }),
        empty: W.planEmpty,
      },
      columns: [
        column(F.crop, ({ crop, href }) => ({ text: cropName(crop), href })),
        column(F.commune, ({ communeName }) => communeName ?? W.wholeArea),
        column(W.planned, ({ samples }) =>
          samples === null ? { text: '', small: W.beside } : figure(samples),
        ),
        column(W.done, ({ done }) => figure(done)),
        column(W.left, ({ samples, done }) =>
          samples === null ? '' : figure(Math.max(0, samples - done)),
        ),
      ],
      done: { saved: W.planSaved },
      filters: yearLinks(PATH, year),
      links: [{ href: RESIDUES_PATH, text: W.title }],
    },
  )
}

/** This year's neighbours; the first link is the year that is shown, so that the table stays in sight. */
export function yearLinks(path: string, year: number) {
  return [year, year - 1, year + 1].map((each) => ({
    href: `${path}?year=${each}`,
    text: String(each),
    current: each === year,
  }))
}
