import type { DetailModel, DetailSection, Link, Note } from '../../../../site/models/records.ts'
import { formatAt, formatOn } from '../../../copy/format.ts'
import {
  AGENCY_NAMES,
  CASE_ACT_NAMES,
  CASE_KIND_NAMES,
  CASE_OUTCOME_NAMES,
  CASE_STATE_NAMES,
  SUBJECT_NAMES,
} from '../../../copy/portal/case-names.ts'
import { CASES_COPY as W } from '../../../copy/portal/cases.ts'
import { FOREIGN_PAGES } from '../../../copy/portal/foreign-pages.ts'
import { actsOn, type CaseAct } from '../../../domain/cases/case-workflow.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { type ShownCase, showCase } from '../../../verbs/cases/show-case.ts'
import { checkEvidence } from '../../../verbs/evidence/evidence.ts'
import { noticePath } from '../../../verbs/foreign-notices/notice-path.ts'
import { mayDo } from '../../../verbs/guard/authorise.ts'
import { doneOf } from '../done-of.ts'
import { evidenceSection } from '../evidence/evidence-section.ts'
import { findingTable } from '../findings/finding-table.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { signedPaperSection } from '../signed-papers/paper-section.ts'
import { CASES_PATH, casePath } from './case-path.ts'
import { eventSection } from './event-table.ts'
import { subjectHref } from './subject-href.ts'

const { created, noted, assignedNow, moved, subjectAdded, evidenceAdded, exportedNow } = W
const DONE = { created, noted, assignedNow, moved, subjectAdded, evidenceAdded, exportedNow }
/** By which page each act is done, and what it needs. */
const ACTS = {
  start: { path: 'start', may: 'cases.write' },
  wait: { path: 'wait', may: 'cases.write' },
  hand_over: { path: 'hand-over', may: 'cases.decide' },
  close: { path: 'close', may: 'cases.decide' },
  reopen: { path: 'reopen', may: 'cases.decide' },
} as const satisfies Record<CaseAct, unknown>

type May = { readonly write: boolean; readonly decide: boolean }

/** `GET /portal/cases/{id}`; `?check=1` holds every file against its hash. */
export async function showOneCase(portal: Portal): Promise<Response> {
  const { c, param, ctx, deps, lang } = portal
  const shown = await showCase(ctx, param('id'))
  const { row, number, target } = shown
  const may = {
    write: mayDo(ctx.actor, 'cases.write', target) && row.state !== 'closed',
    decide: mayDo(ctx.actor, 'cases.decide', target),
  }
  const path = casePath(row.id)
  const owner = { entity: 'case', entityId: row.id } as const
  const asked = c.req.query('check') === '1'
  const checked = asked ? await checkEvidence(ctx, { files: deps.files, owner }) : null
  return showPortalPage(portal, {
    kind: 'portal/detail',
    title: row.title,
    code: number,
    back: { href: CASES_PATH, text: W.title[lang] },
    done: doneOf(portal, DONE),
    notes: [
      ...notesOf(shown, { lang, today: vietnamDateOf(ctx.now()) }),
      ...checkNote(checked, lang),
    ],
    ...primaryOf(shown, { may, lang }),
    links: linksOf(shown, { may, lang }),
    facts: factsOf(shown, lang),
    sections: [
      subjectSection(shown, { lang, path, may }),
      evidenceSection(checked ?? shown.evidence, {
        ...{ lang, path, mayAdd: may.write, mayCheck: true },
      }),
      ...(shown.findings.length === 0
        ? []
        : [{ id: 'findings', title: W.findings[lang], table: findingTable(shown.findings, lang) }]),
      eventSection(shown.events, lang),
      signedPaperSection(shown.papers, { lang, path, mayMake: may.write || may.decide }),
    ],
  })
}

function checkNote(
  checked: readonly { readonly found: string }[] | null,
  lang: Language,
): readonly Note[] {
  if (checked === null) return []
  const sound = checked.every(({ found }) => found === 'matches')
  return [
    sound ? { kind: 'note', text: W.allMatch[lang] } : { kind: 'error', text: W.someDiffer[lang] },
  ]
}

function notesOf({ row }: ShownCase, at: { lang: Language; today: string }): readonly Note[] {
  const { lang, today } = at
  if (row.state === 'closed') return [{ kind: 'note', text: W.isClosed[lang] }]
  const late = row.dueOn !== null && row.dueOn < today
  return [
    ...(late ? [{ kind: 'error' as const, text: W.isLate[lang] }] : []),
    ...(row.state === 'open' ? [{ kind: 'warning' as const, text: W.isOpen[lang] }] : []),
  ]
}

type Shown = { readonly lang: Language; readonly may: May }

/** What is done next: a new case is given to somebody, one in work is noted. */
function primaryOf({ row }: ShownCase, { may, lang }: Shown): Pick<DetailModel, 'primary'> {
  if (!may.write) return {}
  const [path, text] = row.state === 'open' ? ['assign', W.assign] : ['note', W.note]
  return { primary: { href: `${casePath(row.id)}/${path}`, text: text[lang] } }
}

function linksOf({ row, noticeNumber }: ShownCase, { may, lang }: Shown): Link[] {
  const path = casePath(row.id)
  const acts = actsOn(row.state).filter((act) => !(act === 'start' && row.state === 'open'))
  const allowed = acts.filter((act) => (ACTS[act].may === 'cases.write' ? may.write : may.decide))
  return [
    // Its codes are worked through there.
    ...(noticeNumber === null
      ? []
      : [{ href: noticePath(row.id), text: FOREIGN_PAGES.notice[lang], small: noticeNumber }]),
    ...(may.write && row.state === 'open' ? [{ href: `${path}/note`, text: W.note[lang] }] : []),
    ...(may.write && row.state !== 'open'
      ? [{ href: `${path}/assign`, text: W.assign[lang] }]
      : []),
    ...allowed.map((act) => ({
      href: `${path}/${ACTS[act].path}`,
      text: CASE_ACT_NAMES[act][lang],
    })),
  ]
}

function factsOf({ row }: ShownCase, lang: Language) {
  const handed =
    row.agencyKind === null
      ? []
      : [
          {
            label: W.agency[lang],
            text: `${AGENCY_NAMES[row.agencyKind][lang]}: ${row.agencyName}`,
          },
          { label: W.paperNo[lang], text: row.handedPaperNo, code: true },
          {
            label: W.handedOn[lang],
            text: row.handedOn === null ? null : formatOn(row.handedOn, lang),
          },
        ]
  return [
    { label: W.kind[lang], text: CASE_KIND_NAMES[row.kind][lang] },
    { label: W.state[lang], text: CASE_STATE_NAMES[row.state][lang] },
    ...(row.outcome === null
      ? []
      : [{ label: W.outcome[lang], text: CASE_OUTCOME_NAMES[row.outcome][lang] }]),
    { label: W.assigned[lang], text: row.assignedName ?? W.nobody[lang] },
    { label: W.due[lang], text: row.dueOn === null ? W.noDue[lang] : formatOn(row.dueOn, lang) },
    { label: W.opened[lang], text: formatAt(row.openedAt, lang) },
    {
      label: W.openedBy[lang],
      text: [row.openedByName, row.authority].filter((part) => part !== null).join(' · '),
    },
    ...handed,
    ...(row.summary === null ? [] : [{ label: W.summary[lang], text: row.summary }]),
  ]
}

function subjectSection(
  { subjects }: ShownCase,
  shown: Shown & { readonly path: string },
): DetailSection {
  const { lang, path, may } = shown
  return {
    id: 'subjects',
    title: W.subjects[lang],
    table: {
      columns: [W.about, W.aboutKind].map((name) => ({ name: name[lang] })),
      rows: subjects.map((row) => [
        { text: row.shown, href: subjectHref(row), code: true },
        { text: SUBJECT_NAMES[row.kind][lang] },
      ]),
      empty: W.noSubjects[lang],
    },
    links: may.write ? [{ href: `${path}/subjects/new`, text: W.addSubject[lang] }] : [],
  }
}
