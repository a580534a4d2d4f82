import type { VisitItem } from '../../../../db/queries/visits.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { MINUTES_COPY } from '../../../copy/portal/minutes.ts'
import { MONITORING_COPY as W } from '../../../copy/portal/monitoring.ts'
import {
  VISIT_KIND_NAMES,
  VISIT_STATE_NAMES,
  visitReasonText,
} from '../../../copy/portal/monitoring-names.ts'
import type { Permission } from '../../../domain/access/permissions.ts'
import type { Language, LocalText } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { VISIT_CANCEL, VISIT_DONE, VISIT_MOVE } from '../../../resources/monitoring.ts'
import { mayDo } from '../../../verbs/guard/authorise.ts'
import { cancelVisit, markVisitDone, moveVisit } from '../../../verbs/monitoring/act-on-visit.ts'
import { openVisit } from '../../../verbs/monitoring/open-visit.ts'
import { inspectionPath } from '../inspections/inspection-path.ts'
import { startPath } from '../minutes/paths.ts'
import { sitePath } from '../path-in.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { type Facts, showDetailPage } from '../show-detail-page.ts'
import { MONITORING_PATH as PATH, planPath, visitPath } from './paths.ts'
import { seasonText, spanText } from './plan-text.ts'

/** A form by which a visit moves on. */
type ActForm = {
  readonly name: 'done' | 'move' | 'cancel'
  readonly may: Permission
  readonly title: LocalText
  readonly note?: LocalText
  readonly fields: { readonly fields: object }
  readonly act: typeof markVisitDone
  readonly values: (row: VisitItem, today: string) => Readonly<Record<string, string>>
}

const FORMS: readonly ActForm[] = [
  {
    name: 'done',
    may: 'monitoring.visit',
    title: W.doneTitle,
    note: W.doneNote,
    fields: VISIT_DONE,
    act: markVisitDone,
    values: (_, today) => ({ doneOn: today }),
  },
  {
    name: 'move',
    may: 'monitoring.visit',
    title: W.moveTitle,
    fields: VISIT_MOVE,
    act: moveVisit,
    values: ({ plannedOn }) => ({ plannedOn: plannedOn ?? '' }),
  },
  {
    name: 'cancel',
    may: 'monitoring.plan',
    title: W.cancel,
    note: W.cancelNote,
    fields: VISIT_CANCEL,
    act: cancelVisit,
    values: () => ({}),
  },
]

/** A visit: shown, put down as done, moved, cancelled. */
export const visitRoutes: readonly PortalRoute[] = [
  ...FORMS.flatMap(actForm),
  { method: 'GET', path: `${PATH}/visits/:visit`, may: 'monitoring.read', handle: showOneVisit },
]

function actForm({ name, may, title, note, fields, act, values }: ActForm) {
  return recordForm({
    path: `${PATH}/visits/:visit/${name}`,
    may,
    load: ({ ctx, param }) => openVisit(ctx, param('visit'), may),
    values: ({ row }, { ctx }) => values(row, vietnamDateOf(ctx.now())),
    stamp: ({ row }) => ({ expected: String(row.version) }),
    asks: fields,
    once: ({ ctx, texts }, { row: { id } }) => act({ ctx, input: { id, texts } }),
    back: ({ row }) => visitPath(row.id),
    done: (_, { row: { id } }) => `${visitPath(id)}?done=${name}`,
    page: ({ lang }, { loaded: { row } }) => ({
      title: `${title[lang]}: ${row.siteName}`,
      facts: [{ label: W.window[lang], text: spanText(row.windowFrom, row.dueOn, lang) }],
      note: note?.[lang],
      save: title[lang],
    }),
  })
}

/** `GET /portal/monitoring/visits/{visit}`. */
async function showOneVisit(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const { row, target } = await openVisit(ctx, param('visit'), 'monitoring.read')
  const path = visitPath(row.id)
  const isOpen = row.state === 'planned'
  const mayVisit = isOpen && mayDo(ctx.actor, 'monitoring.visit', target)
  const mayPlan = isOpen && mayDo(ctx.actor, 'monitoring.plan', target)
  const minutes = mayDo(ctx.actor, 'inspections.read', target) ? row.inspectionId : null
  const isLate = isOpen && row.dueOn < vietnamDateOf(ctx.now())
  return showDetailPage(portal, {
    title: row.siteName,
    back: { href: `${planPath(row.planId)}/visits`, text: W.visits },
    done: { done: W.markedDone, move: W.moved, cancel: W.cancelled },
    notes: isLate ? [{ kind: 'error', text: W.isOverdue }] : [],
    primary: mayVisit ? { href: `${path}/done`, text: W.doneTitle } : undefined,
    links: [
      isOpen &&
        mayDo(ctx.actor, 'inspections.write', target) && {
          href: startPath({ siteId: row.siteId, visitId: row.id }),
          text: MINUTES_COPY.add,
        },
      mayVisit && { href: `${path}/move`, text: W.move },
      mayPlan && { href: `${path}/cancel`, text: W.cancel },
      minutes !== null && { href: inspectionPath(minutes), text: W.openMinutes },
      { href: sitePath(row.siteId), text: W.openSite },
    ],
    facts: factsOf(row, lang),
  })
}

function factsOf(row: VisitItem, lang: Language): Facts {
  const day = (on: string | null) => (on === null ? null : formatOn(on, lang))
  const season = seasonText(
    { name: row.seasonName, fromOn: row.seasonFromOn, toOn: row.seasonToOn },
    lang,
  )
  return [
    { label: W.code, text: row.codes.join(', '), code: true },
    { label: W.commune, text: row.communeName },
    { label: W.state, text: VISIT_STATE_NAMES[row.state] },
    { label: W.kind, text: VISIT_KIND_NAMES[row.kind] },
    {
      label: W.season,
      text: `${season.text} · ${fill(W.numberInSeason[lang], { n: row.number })}`,
    },
    { label: W.why, text: visitReasonText(row.why, lang) },
    { label: W.window, text: spanText(row.windowFrom, row.dueOn, lang) },
    { label: W.plannedOn, text: day(row.plannedOn) },
    { label: W.inspector, text: row.inspectorName ?? W.nobody },
    row.doneOn !== null && { label: W.doneOn, text: day(row.doneOn) },
    row.stateReason !== null && { label: W.reason, text: row.stateReason },
  ]
}
