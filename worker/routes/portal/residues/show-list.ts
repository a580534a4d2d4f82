import { OWN_PLAN_COPY } from '../../../copy/portal/own-sample-plan.ts'
import { SAMPLE_STATE_NAMES } from '../../../copy/portal/residue.ts'
import { RESIDUES_COPY as W } from '../../../copy/portal/residues.ts'
import { SAMPLE_STATES } from '../../../domain/residues/kinds.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { readSamples } from '../../../verbs/residues/list-samples.ts'
import { doneOf } from '../done-of.ts'
import { pagingOf } from '../paging-of.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { OWN_PLAN_PATH } from './own-plan.ts'
import { RESIDUES_PATH as PATH, sampleTable } from './sample-table.ts'

const PAGE_SIZE = 50

/** `GET /portal/residues?state=&cursor=`. */
export async function showSampleList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const state = SAMPLE_STATES.find((each) => each === c.req.query('state')) ?? null
  const cursor = c.req.query('cursor') ?? null
  const { rows, nextCursor } = await readSamples(ctx, { state, cursor, limit: PAGE_SIZE })
  const table = sampleTable(rows, lang)
  const mayWrite = mayAny(ctx.actor, 'residues.write')
  const mayPlan = mayAny(ctx.actor, 'residue_plans.read')
  const isHolder = mayAny(ctx.actor, 'residue_plans.own') && !mayPlan
  // What is only planned no holder knows of.
  const states = mayPlan
    ? SAMPLE_STATES
    : SAMPLE_STATES.filter((each) => each === 'taken' || each === 'reported')
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: mayWrite ? { href: `${PATH}/new`, text: W.add[lang] } : null,
    title: W.title[lang],
    lead: (mayPlan ? W.lead : W.leadHolder)[lang],
    empty: W.empty[lang],
    columns: table.columns.map(({ name }) => name),
    rows: table.rows,
    done: doneOf(portal, { imported: W.imported }),
    filters: [
      { href: PATH, text: W.all[lang], current: state === null },
      ...states.map((each) => ({
        href: `${PATH}?state=${each}`,
        text: SAMPLE_STATE_NAMES[each][lang],
        current: each === state,
      })),
    ],
    paging: pagingOf(c, { path: PATH, kept: ['state'], nextCursor }),
    links: [
      ...(isHolder ? [{ href: OWN_PLAN_PATH, text: OWN_PLAN_COPY.link[lang] }] : []),
      ...(mayPlan ? [{ href: `${PATH}/plan`, text: W.plan[lang] }] : []),
      ...(mayWrite ? [{ href: `${PATH}/list`, text: W.import[lang] }] : []),
    ],
  })
}
