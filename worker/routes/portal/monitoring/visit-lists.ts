import type { VisitItem } from '../../../../db/queries/visits.ts'
import { formatOn } from '../../../copy/format.ts'
import { MONITORING_COPY as W } from '../../../copy/portal/monitoring.ts'
import {
  VISIT_KIND_NAMES,
  VISIT_STATE_NAMES,
  VISIT_VIEW_NAMES,
  visitReasonText,
} from '../../../copy/portal/monitoring-names.ts'
import { VISIT_VIEWS, type VisitView } from '../../../domain/monitoring/kinds.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { formInputs } from '../../../resources/form.ts'
import type { Choice, FormInput } from '../../../resources/form-input.ts'
import { VISIT_ASSIGNMENT } from '../../../resources/monitoring.ts'
import { mayDo } from '../../../verbs/guard/authorise.ts'
import {
  assignVisits,
  inspectorChoices,
  seenText,
} from '../../../verbs/monitoring/assign-visits.ts'
import { readPlanWithCells } from '../../../verbs/monitoring/list-plans.ts'
import { readVisitsOfPlan } from '../../../verbs/monitoring/list-visits.ts'
import { openPlan } from '../../../verbs/monitoring/open-plan.ts'
import { actOnce } from '../act-once.ts'
import { choicesOf } from '../codes/choices.ts'
import { formRoute } from '../form-route.ts'
import { freshForm, typedValues } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { pageAsked, showListPage } from '../show-list-page.ts'
import type { ColumnOf } from '../table-of.ts'
import { column } from '../table-of.ts'
import { withQuery } from '../with-query.ts'
import { MONITORING_PATH as PATH, planPath, visitPath } from './paths.ts'
import { planTitle, spanText } from './plan-text.ts'

/** Visits that one form offers. */
const OFFERED = 100
const KEPT = ['view', 'commune', 'inspector'] as const

/** What a list of visits is narrowed to, as the address asks it. */
function askedOf({ c }: Portal, otherwise: VisitView) {
  const view = VISIT_VIEWS.find((each) => each === c.req.query('view')) ?? otherwise
  const [commune = '', inspector = ''] = [c.req.query('commune'), c.req.query('inspector')]
  return {
    filter: {
      view,
      communeCode: commune === '' ? null : commune.slice(0, 20),
      inspectorId: inspector === '' ? null : inspector.slice(0, 60),
    },
    query: { view, commune, inspector },
  }
}

/** `GET /portal/monitoring/{id}/visits?view=&commune=&inspector=&cursor=`. */
export async function showVisitList(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const opened = await readPlanWithCells(ctx, param('id'))
  const { filter, query } = askedOf(portal, 'open')
  const [list, people] = await Promise.all([
    readVisitsOfPlan(ctx, opened, { ...filter, ...pageAsked(portal) }),
    inspectorChoices(ctx, opened),
  ])
  const path = planPath(opened.row.id)
  const communes = new Map(
    opened.cells.flatMap(({ communeCode, communeName }) =>
      communeCode === null ? [] : [[communeCode, communeName ?? communeCode] as const],
    ),
  )
  const mayPlan = mayDo(ctx.actor, 'monitoring.plan', opened.target)
  const isOpen = filter.view !== 'done' && filter.view !== 'cancelled'
  return showListPage(portal, list, {
    adding:
      mayPlan && isOpen && list.rows.length > 0
        ? { href: withQuery(`${path}/assign`, query), text: W.assign }
        : null,
    words: { title: W.visits, lead: planTitle(opened.row, lang), empty: W.visitsEmpty },
    columns: visitColumns(lang),
    done: { assigned: W.assignedNow },
    narrowing: {
      action: `${path}/visits`,
      inputs: narrowingInputs({ communes, people, lang }),
      form: freshForm(query),
      active: true,
    },
    at: { path: `${path}/visits`, kept: KEPT },
    links: [{ href: path, text: planTitle(opened.row, lang) }],
  })
}

function visitColumns(lang: Language): readonly ColumnOf<VisitItem>[] {
  return [
    column(W.site, ({ siteName, id, codes }) => ({
      text: siteName,
      href: visitPath(id),
      small: codes.join(', '),
    })),
    column(W.commune, ({ communeName }) => communeName ?? W.noCommune),
    column(W.kind, ({ kind, why }) => ({
      text: VISIT_KIND_NAMES[kind],
      small: visitReasonText(why, lang),
    })),
    column(W.plannedOn, ({ plannedOn }) => plannedOn && formatOn(plannedOn, lang)),
    column(W.due, ({ dueOn, state }) => ({
      text: formatOn(dueOn, lang),
      small: VISIT_STATE_NAMES[state],
    })),
    column(W.inspector, ({ inspectorName }) => inspectorName ?? W.nobody),
  ]
}

function narrowingInputs(of: {
  readonly communes: ReadonlyMap<string, string>
  readonly people: readonly Choice[]
  readonly lang: Language
}): FormInput[] {
  const { communes, people, lang } = of
  const select = (name: string, label: string, choices: readonly Choice[]): FormInput => ({
    ...{ name, label, type: 'select', choices },
  })
  return [
    {
      ...select('view', W.state[lang], choicesOf(VISIT_VIEW_NAMES, lang)),
      required: true,
    },
    select(
      'commune',
      W.commune[lang],
      [...communes].map(([value, text]) => ({ value, text })),
    ),
    select('inspector', W.inspector[lang], people),
  ]
}

/** Many visits are given to one person, as the list is narrowed. */
export const assignForm: readonly PortalRoute[] = formRoute({
  path: `${PATH}/:id/assign`,
  may: 'monitoring.plan',
  load: async (portal) => {
    const { ctx, param } = portal
    const opened = await openPlan(ctx, param('id'), 'monitoring.plan')
    const { filter, query } = askedOf(portal, 'unassigned')
    const [{ rows }, people] = await Promise.all([
      readVisitsOfPlan(ctx, opened, { ...filter, cursor: null, limit: OFFERED }),
      inspectorChoices(ctx, opened),
    ])
    return { opened, query, people, offered: rows.filter(({ state }) => state === 'planned') }
  },
  values: ({ offered }) => ({ visits: offered.map(({ id }) => id).join('\n') }),
  stamp: ({ offered }) => ({ expected: seenText(offered) }),
  act: async (portal, { opened, offered, query }) => {
    const texts = typedValues(portal.form)
    await actOnce(portal, (ctx) => assignVisits({ ctx, opened, input: { texts, offered } }))
    return withQuery(`${planPath(opened.row.id)}/visits`, { ...query, done: 'assigned' })
  },
  page: ({ lang }, { loaded, form }) => {
    const { opened, query, people, offered } = loaded
    const path = planPath(opened.row.id)
    const about = [{ label: W.title[lang], text: planTitle(opened.row, lang) }]
    if (offered.length === 0) {
      // Somebody else may have been faster: what was refused is told here too.
      const told = form.problem === null ? [] : [{ kind: 'error' as const, text: form.problem }]
      return {
        kind: 'portal/detail',
        title: W.assign[lang],
        back: { href: withQuery(`${path}/visits`, query), text: W.visits[lang] },
        done: null,
        notes: [...told, { kind: 'note', text: W.assignEmpty[lang] }],
        links: [{ href: withQuery(`${path}/visits`, { view: 'open' }), text: W.seeOpen[lang] }],
        facts: about,
        sections: [],
      }
    }
    return {
      kind: 'portal/record',
      title: W.assign[lang],
      facts: about,
      note: W.assignNote[lang],
      id: null,
      action: withQuery(`${path}/assign`, query),
      backHref: withQuery(`${path}/visits`, query),
      save: W.assign[lang],
      inputs: assignInputs({ people, offered, lang }),
      form,
    }
  },
})

function assignInputs(of: {
  readonly people: readonly Choice[]
  readonly offered: readonly VisitItem[]
  readonly lang: Language
}): FormInput[] {
  const { people, offered, lang } = of
  const visits = offered.map((visit) => ({
    value: visit.id,
    text: [
      visit.siteName,
      visit.communeName ?? W.noCommune[lang],
      spanText(visit.windowFrom, visit.dueOn, lang),
    ].join(' · '),
  }))
  return formInputs(VISIT_ASSIGNMENT, { lang, choices: { inspectorId: people, visits } })
}
