import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { PURCHASE_COPY as F } from '../../../copy/portal/purchase.ts'
import { PURCHASES_COPY } from '../../../copy/portal/purchases.ts'
import { PLAN_REMARKS, SALES_PLAN_COPY as W } from '../../../copy/portal/sales-plan.ts'
import type { PlanRemark } from '../../../domain/purchases/against-plan.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { PURCHASE_PLAN } from '../../../resources/purchase.ts'
import {
  readSalesPlan,
  SALES_PLAN_RULES,
  type SeasonPlan,
} from '../../../verbs/purchases/sales-plan.ts'
import { removeStanding } from '../../../verbs/records/remove-standing.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForms } from '../records/record-routes.ts'
import { type Sections, showDetailPage } from '../show-detail-page.ts'
import { seeOther } from '../show-portal-page.ts'
import { column, tableSection } from '../table-of.ts'
import { kgText } from './line-table.ts'
import { PLAN_PATH as PATH, THROUGH_PATH } from './paths.ts'

const may = 'codes.own'

/** What a holder plans to sell of each season, against what happened; and the forms of its lines. */
export const planRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may, handle: showPlan },
  ...recordForms({
    resource: PURCHASE_PLAN,
    rules: SALES_PLAN_RULES,
    path: PATH,
    editPath: `${PATH}/:id`,
    words: { addTitle: W.planAdd, editTitle: W.planEdit, save: W.planSave },
    startFrom: async ({ c }) => ({ seasonId: c.req.query('season') ?? '' }),
    choices: async ({ ctx, lang }) => ({
      seasonId: (await readSalesPlan(ctx)).map((each) => ({
        value: each.season.id,
        text: seasonName(each, lang),
      })),
    }),
    after: () => `${PATH}?done=planSaved`,
    backOf: () => PATH,
  }),
  { method: 'POST', path: `${PATH}/:id/remove`, may, handle: remove },
]

async function remove(portal: Portal): Promise<Response> {
  await removeStanding(portal.ctx, PURCHASE_PLAN, { id: portal.param('id') })
  return seeOther(portal, `${PATH}?done=planRemoved`)
}

/** `GET /portal/purchases/plan`. */
async function showPlan(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  const plans = await readSalesPlan(ctx)
  const { planSaved, planRemoved } = W
  return showDetailPage(portal, {
    title: W.planTitle,
    back: { href: '/portal/my-codes', text: PURCHASES_COPY.through },
    done: { planSaved, planRemoved },
    notes: [{ kind: 'note', text: plans.length === 0 ? W.planEmpty : W.planLead }],
    primary:
      plans.length === 0
        ? { href: '/portal/seasons/new', text: W.openSeason }
        : { href: `${PATH}/new`, text: W.planAdd },
    links: [{ href: THROUGH_PATH, text: PURCHASES_COPY.through }],
    sections: plans.flatMap((plan) => sectionsOf(plan, lang)),
  })
}

function seasonName({ season }: SeasonPlan, lang: Language): string {
  const { crop, siteName: site, startsOn } = season
  return fill(W.seasonName[lang], { crop, site, from: formatOn(startsOn, lang) })
}

const monthText = (month: string) => month.split('-').toReversed().join('/')

function sectionsOf(plan: SeasonPlan, lang: Language): Sections {
  const { season, harvestedKg, months, remarks } = plan
  return [
    tableSection(`season-${season.id}`, months, {
      title: seasonName(plan, lang),
      text: remarks.map((remark) => remarkText(remark, lang)).join(' '),
      facts: [
        { label: W.expected, text: kgText(season.expectedYieldKg, lang) || null },
        { label: W.harvested, text: kgText(harvestedKg, lang) || null },
      ],
      columns: [
        column(W.month, ({ month }) => monthText(month)),
        column(W.planned, ({ plannedKg }) => kgText(plannedKg, lang)),
        column(W.reported, ({ boughtKg }) => kgText(boughtKg, lang)),
        column(PURCHASES_COPY.packed, ({ packedKg }) => kgText(packedKg, lang)),
      ],
      empty: W.noPlans,
    }),
    tableSection(`plan-${season.id}`, season.plans, {
      title: `${PURCHASES_COPY.plan[lang]}: ${seasonName(plan, lang)}`,
      columns: [
        column(F.buyer, ({ id, buyer, note }) => ({
          text: buyer,
          href: `${PATH}/${encodeURIComponent(id)}`,
          small: note,
        })),
        column(W.month, ({ month }) => monthText(month)),
        column(W.planned, ({ id, kg }) => ({
          text: kgText(kg, lang),
          button: {
            action: `${PATH}/${encodeURIComponent(id)}/remove`,
            text: W.planRemove,
          },
        })),
      ],
      empty: W.noPlans,
      links: [{ href: `${PATH}/new?season=${encodeURIComponent(season.id)}`, text: W.planAddTo }],
    }),
  ]
}

/** A difference in words, with its figures. */
function remarkText(remark: PlanRemark, lang: Language): string {
  const text = PLAN_REMARKS[remark.kind][lang]
  if (remark.kind === 'on_plan') return text
  const values: Record<string, string> = {
    kg: kgText(remark.kg, lang),
    ...('month' in remark ? { month: monthText(remark.month) } : {}),
    ...('buyer' in remark ? { buyer: remark.buyer } : {}),
    ...('harvestedKg' in remark ? { harvested: kgText(remark.harvestedKg, lang) || '0 kg' } : {}),
  }
  return fill<string>(text, values)
}
