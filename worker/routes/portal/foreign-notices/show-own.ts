import type { Note } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { CASES_COPY } from '../../../copy/portal/cases.ts'
import { FOREIGN_COPY as F } from '../../../copy/portal/foreign-notices.ts'
import { FOREIGN_PAGES as W } from '../../../copy/portal/foreign-pages.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { type OwnNotice, showOwnNotice } from '../../../verbs/foreign-notices/show-notice.ts'
import { doneOf } from '../done-of.ts'
import { evidenceSection } from '../evidence/evidence-section.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { answerPath, NOTICES_PATH, noticePath } from './item-filter.ts'
import { ITEM_COLUMNS, itemCells } from './item-table.ts'

const DONE = { answered: W.answered, evidenceAdded: CASES_COPY.evidenceAdded }

/** A notice as a holder sees it: what is theirs of it, and the way to answer. */
export async function showOwn(portal: Portal, id: string): Promise<Response> {
  const { ctx, lang } = portal
  const shown = await showOwnNotice(ctx, id)
  const { row, items, evidence, awaited, answerId, total } = shown
  return showPortalPage(portal, {
    kind: 'portal/detail',
    title: W.notice[lang],
    code: row.number,
    back: { href: NOTICES_PATH, text: W.title[lang] },
    done: doneOf(portal, DONE),
    notes: notesOf(shown, { lang, today: vietnamDateOf(ctx.now()) }),
    ...(awaited === 0
      ? {}
      : { primary: { href: `${noticePath(id)}/answer`, text: W.answer[lang] } }),
    facts: [
      { label: F.market[lang], text: marketName(row.market, lang) },
      { label: F.issuer[lang], text: row.issuer },
      { label: F.subject[lang], text: row.subject },
      { label: F.receivedOn[lang], text: formatOn(row.receivedOn, lang) },
      { label: W.holderDue[lang], text: formatOn(row.holderDueOn, lang) },
      { label: W.authority[lang], text: row.authority },
    ],
    sections: [
      {
        ...{ id: 'items', title: W.ownItems[lang] },
        ...(total > items.length
          ? { text: fill(W.ownCut[lang], { shown: items.length, total }) }
          : {}),
        table: {
          columns: ITEM_COLUMNS.map((name) => ({ name: name[lang] })),
          rows: items.map((item) => itemCells(item, lang)),
          empty: '',
        },
      },
      {
        ...evidenceSection(evidence, {
          ...{ lang, path: answerPath(answerId), mayCheck: false },
          mayAdd: row.state !== 'closed',
        }),
        title: W.answers[lang],
      },
    ],
  })
}

function notesOf(
  { row, awaited }: OwnNotice,
  { lang, today }: { readonly lang: Language; readonly today: string },
): Note[] {
  if (awaited === 0) return [{ kind: 'note', text: W.answeredAll[lang] }]
  const due = formatOn(row.holderDueOn, lang)
  const isLate = row.holderDueOn < today
  return [
    { kind: isLate ? 'error' : 'warning', text: fill(W.awaited[lang], { count: awaited, due }) },
  ]
}
