import type { DetailModel, Link } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { CASE_STATE_NAMES } from '../../../copy/portal/case-names.ts'
import { ITEM_STATE_NAMES, SUBJECT_KIND_NAMES } from '../../../copy/portal/foreign-notice-names.ts'
import { FOREIGN_COPY as F } from '../../../copy/portal/foreign-notices.ts'
import { FOREIGN_PAGES as W } from '../../../copy/portal/foreign-pages.ts'
import { ITEM_STATES, type ItemState } from '../../../domain/foreign-notices/kinds.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { REPLY_FORMATS, replyList } from '../../../verbs/foreign-notices/reply-list.ts'
import { type ShownNotice, showNotice } from '../../../verbs/foreign-notices/show-notice.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { undecidedNotes } from '../calendar/undecided-notes.ts'
import { casePath } from '../cases/case-path.ts'
import { eventSection } from '../cases/event-table.ts'
import { evidenceSection } from '../evidence/evidence-section.ts'
import { sendFile } from '../imports/send-file.ts'
import type { Portal } from '../portal-route.ts'
import { type Notes, type Section, showDetailPage } from '../show-detail-page.ts'
import { column, tableSection } from '../table-of.ts'
import { NOTICES_PATH, noticePath } from './item-filter.ts'
import { showOwn } from './show-own.ts'

const { recorded, moved, decided, settled } = W
const DONE = { recorded, moved, decided, settled }

/** `GET /portal/foreign-notices/{id}`: for whoever works on it; its holders see what is theirs. */
export async function showOneNotice(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  if (!mayAny(ctx.actor, 'foreign.work')) return showOwn(portal, portal.param('id'))
  const shown = await showNotice(ctx, portal.param('id'))
  const { row, events, evidence, may } = shown
  return showDetailPage(portal, {
    title: row.subject,
    code: row.number,
    back: { href: NOTICES_PATH, text: W.title },
    done: DONE,
    notes: notesOf(shown, { lang, today: vietnamDateOf(ctx.now()) }),
    ...actionsOf(shown, lang),
    facts: factsOf(shown, lang),
    sections: [
      progressSection(shown, lang),
      ...(may.readCase
        ? [
            evidenceSection(evidence, {
              ...{ lang, path: casePath(row.id), mayAdd: may.writeCase, mayCheck: false },
            }),
            eventSection(events, lang),
          ]
        : []),
    ],
  })
}

/** `GET /portal/foreign-notices/{id}/reply-list.{format}`. */
export const replyListRoutes = REPLY_FORMATS.map((format) => ({
  method: 'GET' as const,
  path: `/portal/foreign-notices/:id/reply-list.${format}` as const,
  may: 'foreign.decide' as const,
  handle: async (portal: Portal) =>
    sendFile(await replyList(portal.ctx, { id: portal.param('id'), format })),
}))

function countIn({ counts }: ShownNotice, state: ItemState): number {
  return counts.find((each) => each.state === state)?.count ?? 0
}

function notesOf(
  shown: ShownNotice,
  { lang, today }: { readonly lang: Language; readonly today: string },
): Notes {
  const { row } = shown
  const unmatched = countIn(shown, 'unmatched')
  const isLate = row.state !== 'closed' && row.dueOn < today
  return [
    isLate && { kind: 'error', text: W.isLate },
    ...undecidedNotes(shown.undecided, lang),
    unmatched > 0 && { kind: 'warning', text: fill(W.unmatchedNote[lang], { count: unmatched }) },
  ]
}

/** By which page the codes of a state go on. */
const NEXT = {
  unmatched: { path: 'settle', text: W.settle, may: 'decide' },
  received: { path: 'assign', text: W.assign, may: 'work' },
  assigned: { path: 'cause', text: W.settleCause, may: 'work' },
  cause_found: { path: 'report', text: W.recordReport, may: 'work' },
  reported: { path: 'recheck', text: W.recheck, may: 'work' },
  rechecked: { path: 'reply', text: W.reply, may: 'decide' },
  replied: { path: 'close', text: W.close, may: 'decide' },
} as const

/** The step that the hindmost codes wait for is the first thing to do. */
function actionsOf(shown: ShownNotice, lang: Language): Pick<DetailModel, 'primary' | 'links'> {
  const { row, counts, may } = shown
  const path = noticePath(row.id)
  const steps = Object.entries(NEXT).flatMap(([state, next]) => {
    const count = countIn(shown, state as ItemState)
    if (count === 0 || !may[next.may]) return []
    return [{ href: `${path}/${next.path}`, text: `${next.text[lang]} (${count})` }]
  })
  const isAny = (holds: (each: (typeof counts)[number]) => boolean) =>
    may.decide && counts.some(holds)
  const canRestore = isAny(
    ({ state, suspended, passed }) =>
      suspended > 0 && passed > 0 && (state === 'replied' || state === 'closed'),
  )
  const canSuspend = isAny(
    ({ state, count, suspended, restored }) =>
      !['unmatched', 'left_out', 'closed'].includes(state) && count > suspended + restored,
  )
  const effects: Link[] = [
    ...(canSuspend ? [{ href: `${path}/suspend`, text: W.suspend[lang] }] : []),
    ...(canRestore ? [{ href: `${path}/restore`, text: W.restore[lang] }] : []),
  ]
  const [primary = effects[0], ...rest] = steps
  const others = steps.length === 0 ? effects.slice(1) : [...rest, ...effects]
  const links = [...others, { href: `${path}/items`, text: W.allItems[lang] }]
  return primary === undefined ? { links } : { primary, links }
}

function progressSection(shown: ShownNotice, lang: Language): Section {
  const { row, counts, may } = shown
  const sum = (of: 'suspended' | 'restored') => counts.reduce((all, each) => all + each[of], 0)
  const path = noticePath(row.id)
  const states = ITEM_STATES.filter((state) => countIn(shown, state) > 0)
  return tableSection('progress', states, {
    title: W.progress,
    facts: [
      { label: W.listedFact, text: formatNumber(row.listedCount, lang) },
      { label: W.suspendedFact, text: formatNumber(sum('suspended'), lang) },
      { label: W.restoredFact, text: formatNumber(sum('restored'), lang) },
    ],
    columns: [
      column(F.state, (state) => ({
        text: ITEM_STATE_NAMES[state],
        href: `${path}/items?state=${state}`,
      })),
      column(W.count, (state) => formatNumber(countIn(shown, state), lang)),
    ],
    empty: W.noItems,
    links: may.decide
      ? [
          { href: `${path}/reply-list.pdf`, text: W.replyPdf, small: W.replyLists, download: true },
          { href: `${path}/reply-list.xlsx`, text: W.replyXlsx, download: true },
          { href: `${path}/reply-list.csv`, text: W.replyCsv, download: true },
        ]
      : [],
  })
}

function factsOf({ row, number }: ShownNotice, lang: Language) {
  return [
    { label: F.market, text: marketName(row.market, lang) },
    { label: F.issuer, text: row.issuer },
    { label: F.subjectKind, text: SUBJECT_KIND_NAMES[row.subjectKind] },
    { label: F.receivedOn, text: formatOn(row.receivedOn, lang) },
    { label: F.dueOn, text: formatOn(row.dueOn, lang) },
    { label: W.holderDue, text: formatOn(row.holderDueOn, lang) },
    { label: W.case, text: `${number} · ${CASE_STATE_NAMES[row.state][lang]}` },
    { label: W.authority, text: row.authority },
    row.summary !== null && { label: F.summary, text: row.summary },
  ]
}
