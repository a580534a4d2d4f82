import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { CASES_COPY } from '../../../copy/portal/cases.ts'
import { FOREIGN_COPY as F } from '../../../copy/portal/foreign-notices.ts'
import { FOREIGN_PAGES as W } from '../../../copy/portal/foreign-pages.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { type OwnNotice, showOwnNotice } from '../../../verbs/foreign-notices/show-notice.ts'
import { evidenceSection } from '../evidence/evidence-section.ts'
import type { Portal } from '../portal-route.ts'
import { type Notes, showDetailPage } from '../show-detail-page.ts'
import { tableSection } from '../table-of.ts'
import { answerPath, NOTICES_PATH, noticePath } from './item-filter.ts'
import { itemColumns } from './item-table.ts'

const DONE = { answered: W.answered, evidenceAdded: CASES_COPY.evidenceAdded }

/** A notice as a holder sees it: what is theirs of it, and the way to answer. */
export async function showOwn(portal: Portal, id: string): Promise<Response> {
  const { ctx, lang } = portal
  const shown = await showOwnNotice(ctx, id)
  const { row, items, evidence, awaited, answerId, total } = shown
  return showDetailPage(portal, {
    title: W.notice,
    code: row.number,
    back: { href: NOTICES_PATH, text: W.title },
    done: DONE,
    notes: notesOf(shown, { lang, today: vietnamDateOf(ctx.now()) }),
    primary: awaited === 0 ? undefined : { href: `${noticePath(id)}/answer`, text: W.answer },
    facts: [
      { label: F.market, text: marketName(row.market, lang) },
      { label: F.issuer, text: row.issuer },
      { label: F.subject, text: row.subject },
      { label: F.receivedOn, text: formatOn(row.receivedOn, lang) },
      { label: W.holderDue, text: formatOn(row.holderDueOn, lang) },
      { label: W.authority, text: row.authority },
    ],
    sections: [
      tableSection('items', items, {
        title: W.ownItems,
        text:
          total > items.length ? fill(W.ownCut[lang], { shown: items.length, total }) : undefined,
        columns: itemColumns(lang),
      }),
      {
        ...evidenceSection(evidence, {
          ...{ lang, path: answerPath(answerId), mayCheck: false },
          mayAdd: row.state !== 'closed',
        }),
        title: W.answers,
      },
    ],
  })
}

function notesOf(
  { row, awaited }: OwnNotice,
  { lang, today }: { readonly lang: Language; readonly today: string },
): Notes {
  if (awaited === 0) return [{ kind: 'note', text: W.answeredAll }]
  const due = formatOn(row.holderDueOn, lang)
  const isLate = row.holderDueOn < today
  return [
    { kind: isLate ? 'error' : 'warning', text: fill(W.awaited[lang], { count: awaited, due }) },
  ]
}
