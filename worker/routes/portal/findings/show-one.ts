import type { DetailModel, Link, Note } from '../../../../site/models/records.ts'
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
import { doneOf } from '../done-of.ts'
import { evidenceSection } from '../evidence/evidence-section.ts'
import { inspectionPath } from '../inspections/inspection-path.ts'
import { startPath } from '../minutes/paths.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
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
  return showPortalPage(portal, {
    kind: 'portal/detail',
    title: row.shown,
    back: { href: '/portal/findings', text: W.title[lang] },
    done: doneOf(portal, DONE),
    notes: notesOf(shown, { lang, today: vietnamDateOf(ctx.now()) }),
    ...primaryOf(shown, lang),
    links: linksOf(shown, lang),
    facts: factsOf(shown, lang),
    sections: [
      evidenceSection(evidence, { lang, path, mayAdd, mayCheck: false }),
      eventSection(events, lang),
    ],
  })
}

function notesOf({ row }: ShownFinding, at: { lang: Language; today: string }): Note[] {
  const { lang, today } = at
  if (row.state === 'open') return [{ kind: 'note', text: W.notTold[lang] }]
  const late = row.state === 'told' && row.dueOn !== null && row.dueOn < today
  return late ? [{ kind: 'error', text: W.isLate[lang] }] : []
}

function primaryOf(shown: ShownFinding, lang: Language): Pick<DetailModel, 'primary'> {
  const { row, may } = shown
  const path = findingPath(row.id)
  if (may.answer) return { primary: { href: `${path}/answer`, text: W.answer[lang] } }
  if (!may.write) return {}
  if (row.state === 'open' && row.organisationId !== null) {
    return { primary: { href: `${path}/tell`, text: W.tell[lang] } }
  }
  return { primary: { href: `${path}/close`, text: W.close[lang] } }
}

function linksOf({ row, may, isHolder }: ShownFinding, lang: Language): Link[] {
  const path = findingPath(row.id)
  const minutes =
    row.inspectionId === null
      ? []
      : [{ href: inspectionPath(row.inspectionId), text: W.minutes[lang] }]
  if (isHolder) return minutes
  const isMainTell = row.state === 'open' && row.organisationId !== null
  const again = `/app/inspect/start/${encodeURIComponent(row.aboutId ?? '')}`
  return [
    ...minutes,
    ...(may.write && row.aboutKind === 'site'
      ? [
          {
            href: `${startPath({ siteId: row.aboutId ?? '' })}&kind=follow_up`,
            text: W.writeAgain[lang],
          },
          { href: again, text: W.inspectAgain[lang] },
        ]
      : []),
    ...(may.write && isMainTell ? [{ href: `${path}/close`, text: W.close[lang] }] : []),
    ...(may.write && row.state === 'answered'
      ? [{ href: `${path}/return`, text: W.return[lang] }]
      : []),
    ...(row.caseId === null
      ? may.write && row.aboutKind !== 'shop'
        ? [
            {
              href: newCasePath({ kind: row.aboutKind, text: row.aboutId ?? row.shown }),
              text: W.toCase[lang],
            },
          ]
        : []
      : [{ href: casePath(row.caseId), text: W.case[lang] }]),
  ]
}

function factsOf({ row, isHolder }: ShownFinding, lang: Language) {
  const day = (on: string | null) => (on === null ? null : formatOn(on, lang))
  return [
    { label: W.what[lang], text: row.text },
    { label: W.severity[lang], text: FINDING_SEVERITY_NAMES[row.severity][lang] },
    { label: W.state[lang], text: FINDING_STATE_NAMES[row.state][lang] },
    { label: W.holder[lang], text: row.holder ?? W.noHolder[lang] },
    { label: W.foundOn[lang], text: day(row.foundOn) },
    { label: W.authority[lang], text: row.authority },
    ...(isHolder
      ? []
      : [
          { label: W.foundBy[lang], text: row.foundByName },
          { label: W.place[lang], text: row.placeNote },
        ]),
    { label: W.action[lang], text: row.action },
    { label: W.due[lang], text: day(row.dueOn) },
    ...(row.answer === null
      ? []
      : [
          {
            label: `${W.answeredAt[lang]} ${row.answeredAt === null ? '' : formatAt(row.answeredAt, lang)}`,
            text: row.answer,
          },
        ]),
    ...(row.outcome === null
      ? []
      : [
          { label: W.outcome[lang], text: FINDING_OUTCOME_NAMES[row.outcome][lang] },
          { label: W.followUp[lang], text: row.followUp },
        ]),
  ]
}
