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
import { evidenceSection } from '../evidence/evidence-section.ts'
import { findingTable } from '../findings/finding-table.ts'
import type { Portal } from '../portal-route.ts'
import {
  type Links,
  type Notes,
  type SaidLink,
  type Section,
  showDetailPage,
} from '../show-detail-page.ts'
import { signedPaperSection } from '../signed-papers/paper-section.ts'
import { column, tableSection } from '../table-of.ts'
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
  return showDetailPage(portal, {
    title: row.title,
    code: number,
    back: { href: CASES_PATH, text: W.title },
    done: DONE,
    notes: [...notesOf(shown, vietnamDateOf(ctx.now())), ...checkNote(checked)],
    primary: primaryOf(shown, may),
    links: linksOf(shown, may),
    facts: factsOf(shown, lang),
    sections: [
      subjectSection(shown, { path, may }),
      evidenceSection(checked ?? shown.evidence, {
        ...{ lang, path, mayAdd: may.write, mayCheck: true },
      }),
      shown.findings.length > 0 && {
        id: 'findings',
        title: W.findings,
        table: findingTable(shown.findings, lang),
      },
      eventSection(shown.events, lang),
      signedPaperSection(shown.papers, { lang, path, mayMake: may.write || may.decide }),
    ],
  })
}

function checkNote(checked: readonly { readonly found: string }[] | null): Notes {
  if (checked === null) return []
  const sound = checked.every(({ found }) => found === 'matches')
  return [sound ? { kind: 'note', text: W.allMatch } : { kind: 'error', text: W.someDiffer }]
}

function notesOf({ row }: ShownCase, today: string): Notes {
  if (row.state === 'closed') return [{ kind: 'note', text: W.isClosed }]
  const late = row.dueOn !== null && row.dueOn < today
  return [
    late && { kind: 'error', text: W.isLate },
    row.state === 'open' && { kind: 'warning', text: W.isOpen },
  ]
}

/** What is done next: a new case is given to somebody, one in work is noted. */
function primaryOf({ row }: ShownCase, may: May): SaidLink | undefined {
  if (!may.write) return undefined
  const [path, text] = row.state === 'open' ? ['assign', W.assign] : ['note', W.note]
  return { href: `${casePath(row.id)}/${path}`, text }
}

function linksOf({ row, noticeNumber }: ShownCase, may: May): Links {
  const path = casePath(row.id)
  const acts = actsOn(row.state).filter((act) => !(act === 'start' && row.state === 'open'))
  const allowed = acts.filter((act) => (ACTS[act].may === 'cases.write' ? may.write : may.decide))
  return [
    // Its codes are worked through there.
    noticeNumber !== null && {
      href: noticePath(row.id),
      text: FOREIGN_PAGES.notice,
      small: noticeNumber,
    },
    may.write && row.state === 'open' && { href: `${path}/note`, text: W.note },
    may.write && row.state !== 'open' && { href: `${path}/assign`, text: W.assign },
    ...allowed.map((act) => ({ href: `${path}/${ACTS[act].path}`, text: CASE_ACT_NAMES[act] })),
  ]
}

function factsOf({ row }: ShownCase, lang: Language) {
  const { agencyKind, agencyName, handedPaperNo, handedOn } = row
  return [
    { label: W.kind, text: CASE_KIND_NAMES[row.kind] },
    { label: W.state, text: CASE_STATE_NAMES[row.state] },
    row.outcome !== null && { label: W.outcome, text: CASE_OUTCOME_NAMES[row.outcome] },
    { label: W.assigned, text: row.assignedName ?? W.nobody },
    { label: W.due, text: row.dueOn === null ? W.noDue : formatOn(row.dueOn, lang) },
    { label: W.opened, text: formatAt(row.openedAt, lang) },
    {
      label: W.openedBy,
      text: [row.openedByName, row.authority].filter((part) => part !== null).join(' · '),
    },
    ...(agencyKind === null
      ? []
      : [
          { label: W.agency, text: `${AGENCY_NAMES[agencyKind][lang]}: ${agencyName}` },
          { label: W.paperNo, text: handedPaperNo, code: true },
          { label: W.handedOn, text: handedOn === null ? null : formatOn(handedOn, lang) },
        ]),
    row.summary !== null && { label: W.summary, text: row.summary },
  ]
}

function subjectSection(
  { subjects }: ShownCase,
  { path, may }: { readonly path: string; readonly may: May },
): Section {
  return tableSection('subjects', subjects, {
    title: W.subjects,
    columns: [
      column(W.about, (row) => ({ text: row.shown, href: subjectHref(row), code: true })),
      column(W.aboutKind, (row) => SUBJECT_NAMES[row.kind]),
    ],
    empty: W.noSubjects,
    links: may.write ? [{ href: `${path}/subjects/new`, text: W.addSubject }] : [],
  })
}
