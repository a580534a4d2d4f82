import type { TableCell } from '../../../../site/models/portal-common.ts'
import type { DetailSection } from '../../../../site/models/records.ts'
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
  removePlan,
  SALES_PLAN_RULES,
  type SeasonPlan,
} from '../../../verbs/purchases/sales-plan.ts'
import { doneOf } from '../done-of.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForms } from '../records/record-routes.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
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
  await removePlan(portal.ctx, { id: portal.param('id'), expected: null })
  return seeOther(portal, `${PATH}?done=planRemoved`)
}

/** `GET /portal/purchases/plan`. */
async function showPlan(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  const plans = await readSalesPlan(ctx)
  const { planSaved, planRemoved } = W
  return showPortalPage(portal, {
    kind: 'portal/detail',
    title: W.planTitle[lang],
    back: { href: '/portal/my-codes', text: PURCHASES_COPY.through[lang] },
    done: doneOf(portal, { planSaved, planRemoved }),
    notes: [{ kind: 'note', text: (plans.length === 0 ? W.planEmpty : W.planLead)[lang] }],
    primary:
      plans.length === 0
        ? { href: '/portal/seasons/new', text: W.openSeason[lang] }
        : { href: `${PATH}/new`, text: W.planAdd[lang] },
    links: [{ href: THROUGH_PATH, text: PURCHASES_COPY.through[lang] }],
    facts: [],
    sections: plans.flatMap((plan) => sectionsOf(plan, lang)),
  })
}

function seasonName({ season }: SeasonPlan, lang: Language): string {
  const { crop, siteName: site, startsOn } = season
  return fill(W.seasonName[lang], { crop, site, from: formatOn(startsOn, lang) })
}

const monthText = (month: string) => month.split('-').toReversed().join('/')

function sectionsOf(plan: SeasonPlan, lang: Language): DetailSection[] {
  const { season, harvestedKg, months, remarks } = plan
  return [
    {
      ...{ id: `season-${season.id}`, title: seasonName(plan, lang) },
      text: remarks.map((remark) => remarkText(remark, lang)).join(' '),
      facts: [
        { label: W.expected[lang], text: kgText(season.expectedYieldKg, lang) || null },
        { label: W.harvested[lang], text: kgText(harvestedKg, lang) || null },
      ],
      table: {
        columns: [W.month, W.planned, W.reported, PURCHASES_COPY.packed].map((name) => ({
          name: name[lang],
        })),
        rows: months.map(({ month, plannedKg, boughtKg, packedKg }): TableCell[] => [
          { text: monthText(month) },
          { text: kgText(plannedKg, lang) },
          { text: kgText(boughtKg, lang) },
          { text: kgText(packedKg, lang) },
        ]),
        empty: W.noPlans[lang],
      },
    },
    {
      // With the season's name: a screen reader lists headings on their own.
      ...{
        id: `plan-${season.id}`,
        title: `${PURCHASES_COPY.plan[lang]}: ${seasonName(plan, lang)}`,
      },
      table: {
        columns: [F.buyer, W.month, W.planned].map((name) => ({ name: name[lang] })),
        rows: season.plans.map(({ id, buyer, month, kg, note }): TableCell[] => [
          { text: buyer, href: `${PATH}/${encodeURIComponent(id)}`, small: note },
          { text: monthText(month) },
          {
            text: kgText(kg, lang),
            button: {
              action: `${PATH}/${encodeURIComponent(id)}/remove`,
              text: W.planRemove[lang],
            },
          },
        ]),
        empty: W.noPlans[lang],
      },
      links: [
        {
          href: `${PATH}/new?season=${encodeURIComponent(season.id)}`,
          text: W.planAddTo[lang],
        },
      ],
    },
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
