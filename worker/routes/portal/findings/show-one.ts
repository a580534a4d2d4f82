import { formatAt, formatOn } from '../../../copy/format.ts'
import { CASES_COPY } from '../../../copy/portal/cases.ts'
import {
  FINDING_OUTCOME_NAMES,
  FINDING_SEVERITY_NAMES,
  FINDING_STATE_NAMES,
  FINDINGS_COPY as W,
} from '../../../copy/portal/findings.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { type ShownFinding, showFinding } from '../../../verbs/findings/show-finding.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { casePath, newCasePath } from '../cases/case-path.ts'
import { eventSection } from '../cases/event-table.ts'
import { evidenceSection } from '../evidence/evidence-section.ts'
import { inspectionPath } from '../inspections/inspection-path.ts'
import { startPath } from '../minutes/paths.ts'
import type { Portal } from '../portal-route.ts'
import { type Links, type Notes, type SaidLink, showDetailPage } from '../show-detail-page.ts'
import { findingPath } from './finding-table.ts'

const { created, told, answered, returned, closed } = W
const { evidenceAdded } = CASES_COPY
const DONE = { created, told, answered, returned, closed, evidenceAdded }

/** `GET /portal/findings/{id}`: for whoever inspects, and for its holder once they were told. */
export async function showOneFinding(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const shown = await showFinding(ctx, param('id'))
  const { row, may, events, evidence } = shown
  const path = findingPath(row.id)
  const mayAdd = may.write || (row.state !== 'closed' && mayAny(ctx.actor, 'findings.answer'))
  return showDetailPage(portal, {
    title: row.shown,
    back: { href: '/portal/findings', text: W.title },
    done: DONE,
    notes: notesOf(shown, vietnamDateOf(ctx.now())),
    primary: primaryOf(shown),
    links: linksOf(shown),
    facts: factsOf(shown, lang),
    sections: [
      evidenceSection(evidence, { lang, path, mayAdd, mayCheck: false }),
      eventSection(events, lang),
    ],
  })
}

function notesOf({ row }: ShownFinding, today: string): Notes {
  if (row.state === 'open') return [{ kind: 'note', text: W.notTold }]
  const late = row.state === 'told' && row.dueOn !== null && row.dueOn < today
  return late ? [{ kind: 'error', text: W.isLate }] : []
}

function primaryOf({ row, may }: ShownFinding): SaidLink | undefined {
  const path = findingPath(row.id)
  if (may.answer) return { href: `${path}/answer`, text: W.answer }
  if (!may.write) return undefined
  if (row.state === 'open' && row.organisationId !== null) {
    return { href: `${path}/tell`, text: W.tell }
  }
  return { href: `${path}/close`, text: W.close }
}

function linksOf({ row, may, isHolder }: ShownFinding): Links {
  const path = findingPath(row.id)
  const minutes = row.inspectionId !== null && {
    href: inspectionPath(row.inspectionId),
    text: W.minutes,
  }
  if (isHolder) return [minutes]
  const isOfSite = may.write && row.aboutKind === 'site'
  const isMainTell = row.state === 'open' && row.organisationId !== null
  const again = `/app/inspect/start/${encodeURIComponent(row.aboutId ?? '')}`
  return [
    minutes,
    isOfSite && {
      href: `${startPath({ siteId: row.aboutId ?? '' })}&kind=follow_up`,
      text: W.writeAgain,
    },
    isOfSite && { href: again, text: W.inspectAgain },
    may.write && isMainTell && { href: `${path}/close`, text: W.close },
    may.write && row.state === 'answered' && { href: `${path}/return`, text: W.return },
    row.caseId !== null
      ? { href: casePath(row.caseId), text: W.case }
      : may.write &&
        row.aboutKind !== 'shop' && {
          href: newCasePath({ kind: row.aboutKind, text: row.aboutId ?? row.shown }),
          text: W.toCase,
        },
  ]
}

function factsOf({ row, isHolder }: ShownFinding, lang: Language) {
  const day = (on: string | null) => (on === null ? null : formatOn(on, lang))
  return [
    { label: W.what, text: row.text },
    { label: W.severity, text: FINDING_SEVERITY_NAMES[row.severity] },
    { label: W.state, text: FINDING_STATE_NAMES[row.state] },
    { label: W.holder, text: row.holder ?? W.noHolder },
    { label: W.foundOn, text: day(row.foundOn) },
    { label: W.authority, text: row.authority },
    !isHolder && { label: W.foundBy, text: row.foundByName },
    !isHolder && { label: W.place, text: row.placeNote },
    { label: W.action, text: row.action },
    { label: W.due, text: day(row.dueOn) },
    row.answer !== null && {
      label: `${W.answeredAt[lang]} ${row.answeredAt === null ? '' : formatAt(row.answeredAt, lang)}`,
      text: row.answer,
    },
    ...(row.outcome === null
      ? []
      : [
          { label: W.outcome, text: FINDING_OUTCOME_NAMES[row.outcome] },
          { label: W.followUp, text: row.followUp },
        ]),
  ]
}
