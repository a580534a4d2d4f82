import { OWN_PLAN_COPY } from '../../../copy/portal/own-sample-plan.ts'
import { SAMPLE_STATE_NAMES } from '../../../copy/portal/residue.ts'
import { RESIDUES_COPY as W } from '../../../copy/portal/residues.ts'
import { SAMPLE_STATES } from '../../../domain/residues/kinds.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { readSamples } from '../../../verbs/residues/list-samples.ts'
import type { Portal } from '../portal-route.ts'
import { chipsOf, pageAsked, showListPage } from '../show-list-page.ts'
import { OWN_PLAN_PATH } from './own-plan.ts'
import { RESIDUES_PATH as PATH, sampleColumns } from './sample-table.ts'

/** `GET /portal/residues?state=&cursor=`. */
export async function showSampleList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const state = SAMPLE_STATES.find((each) => each === c.req.query('state')) ?? null
  const mayWrite = mayAny(ctx.actor, 'residues.write')
  const mayPlan = mayAny(ctx.actor, 'residue_plans.read')
  const isHolder = mayAny(ctx.actor, 'residue_plans.own') && !mayPlan
  // What is only planned no holder knows of.
  const states = mayPlan
    ? SAMPLE_STATES
    : SAMPLE_STATES.filter((each) => each === 'taken' || each === 'reported')
  return showListPage(portal, await readSamples(ctx, { state, ...pageAsked(portal) }), {
    adding: mayWrite ? { href: `${PATH}/new`, text: W.add } : null,
    words: mayPlan ? W : { ...W, lead: W.leadHolder },
    columns: sampleColumns(lang),
    done: { imported: W.imported },
    filters: [
      { href: PATH, text: W.all, current: state === null },
      ...chipsOf(states, { path: PATH, names: SAMPLE_STATE_NAMES, now: state }),
    ],
    at: { path: PATH, kept: ['state'] },
    links: [
      isHolder && { href: OWN_PLAN_PATH, text: OWN_PLAN_COPY.link },
      mayPlan && { href: `${PATH}/plan`, text: W.plan },
      mayWrite && { href: `${PATH}/list`, text: W.import },
    ],
  })
}
