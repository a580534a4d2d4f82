import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn } from '../../../copy/format.ts'
import { OWN_PLAN_COPY as W } from '../../../copy/portal/own-sample-plan.ts'
import { RESIDUES_COPY } from '../../../copy/portal/residues.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { OWN_SAMPLE_PLAN } from '../../../resources/own-sample-plan.ts'
import { removeStanding } from '../../../verbs/records/remove-standing.ts'
import { OWN_PLAN_RULES, ownPlanChoices, readOwnPlanOf } from '../../../verbs/residues/own-plans.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForms } from '../records/record-routes.ts'
import { showListPage } from '../show-list-page.ts'
import { seeOther } from '../show-portal-page.ts'
import { column } from '../table-of.ts'
import { yearLinks, yearOf } from './plan.ts'
import { RESIDUES_PATH } from './sample-table.ts'

export const OWN_PLAN_PATH = `${RESIDUES_PATH}/own` as const
const may = 'residue_plans.own'

type Line = Awaited<ReturnType<typeof readOwnPlanOf>>[number]

/** A holder's own sampling plan against what was taken. */
export const ownPlanRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: OWN_PLAN_PATH, may, handle: showOwnPlan },
  ...recordForms({
    resource: OWN_SAMPLE_PLAN,
    rules: OWN_PLAN_RULES,
    path: OWN_PLAN_PATH,
    editPath: `${OWN_PLAN_PATH}/:id`,
    words: { addTitle: W.addTitle, editTitle: W.editTitle, save: W.save },
    choices: choicesFor,
    after: () => `${OWN_PLAN_PATH}?done=saved`,
    backOf: () => OWN_PLAN_PATH,
  }),
  { method: 'POST', path: `${OWN_PLAN_PATH}/:id/remove`, may, handle: remove },
]

/** `GET /portal/residues/own?year=`. */
async function showOwnPlan(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  const year = yearOf(portal)
  const rows = await readOwnPlanOf(ctx, year)
  const today = vietnamDateOf(ctx.now())
  const number = (value: number) => formatNumber(value, lang)
  const sumOf = (count: (line: Line) => number) =>
    number(rows.reduce((sum, line) => sum + count(line), 0))
  return showListPage(
    portal,
    { rows },
    {
      adding: { href: `${OWN_PLAN_PATH}/new`, text: W.add },
      words: {
        title: fill(W.title[lang], { year }),
        lead: fill(W.lead[lang], {
          done: sumOf(({ taken }) => taken.length),
          planned: sumOf(({ samples }) => samples),
        }),
        empty: W.empty,
      },
      columns: [
        column(W.crop, ({ cropName, id, seasonStartsOn }) => ({
          text: cropName,
          href: linePath(id),
          small: seasonStartsOn === null ? W.wholeYear : formatOn(seasonStartsOn, lang),
        })),
        column(W.code, ({ code, siteName }) => ({ text: code, code: true, small: siteName })),
        column(W.dueOn, (row) => ({ text: formatOn(row.dueOn, lang), small: row.laboratory })),
        column(W.samples, ({ samples }) => number(samples)),
        column(W.taken, ({ taken }) => ({
          text: number(taken.length),
          small: verdictsText(taken, lang),
        })),
        column(W.left, ({ left, dueOn }) => ({
          text: number(left),
          small: left > 0 && dueOn < today ? W.late : null,
        })),
        column('', ({ id }) => ({
          text: '',
          button: { action: `${linePath(id)}/remove`, text: W.remove },
        })),
      ],
      done: { saved: W.saved, removed: W.removed },
      filters: yearLinks(OWN_PLAN_PATH, year),
      links: [{ href: RESIDUES_PATH, text: RESIDUES_COPY.title }],
    },
  )
}

const linePath = (id: string) => `${OWN_PLAN_PATH}/${encodeURIComponent(id)}`

/** `2 đạt, 1 không đạt`; null where nothing was taken. */
function verdictsText(taken: Line['taken'], lang: Language): string | null {
  const count = (is: (verdict: Line['taken'][number]['verdict']) => boolean) =>
    taken.filter(({ verdict }) => is(verdict)).length
  const counted = [
    [W.failed, count((verdict) => verdict === 'failed')],
    [W.passed, count((verdict) => verdict === 'passed')],
    [W.open, count((verdict) => verdict !== 'failed' && verdict !== 'passed')],
  ] as const
  const told = counted.flatMap(([text, n]) => (n === 0 ? [] : [fill(text[lang], { n })]))
  return told.length === 0 ? null : told.join(', ')
}

async function choicesFor({ ctx, lang }: Portal) {
  const { codes, seasons } = await ownPlanChoices(ctx)
  return {
    codeId: codes.map(({ id, code, siteName }) => ({ value: id, text: `${code} · ${siteName}` })),
    seasonId:
      seasons.length === 0
        ? []
        : [
            { value: '', text: W.wholeYear[lang] },
            ...seasons.map(({ id, crop, siteName, startsOn }) => ({
              value: id,
              text: fill(W.seasonOf[lang], { crop, site: siteName, on: formatOn(startsOn, lang) }),
            })),
          ],
  }
}

async function remove(portal: Portal): Promise<Response> {
  const { param, ctx } = portal
  await removeStanding(ctx, OWN_SAMPLE_PLAN, { id: param('id') })
  return seeOther(portal, `${OWN_PLAN_PATH}?done=removed`)
}
