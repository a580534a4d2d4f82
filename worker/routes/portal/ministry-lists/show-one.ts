import { fill } from '../../../copy/fill.ts'
import { formatAt, formatOn } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { MINISTRY_COPY as W } from '../../../copy/portal/ministry-lists.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { applicationNumber } from '../../../verbs/applications/open-application.ts'
import {
  type ShownMinistryList,
  showMinistryList,
} from '../../../verbs/ministry-lists/open-list.ts'
import { applicationPath } from '../applications/application-path.ts'
import { codePath } from '../path-in.ts'
import type { Portal } from '../portal-route.ts'
import { type Notes, showDetailPage } from '../show-detail-page.ts'
import { column, tableSection } from '../table-of.ts'
import { ministryListPath, MINISTRY_PATH as PATH } from './list-path.ts'

/** `GET /portal/ministry-lists/sent/{id}`: a list with what became of each of its codes. */
export async function showOneList(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const shown = await showMinistryList(ctx, param('id'))
  const { row, items, waiting, mayDecide, mayTakeBack } = shown
  const path = ministryListPath(row.id)
  const stands = row.withdrawnAt === null
  return showDetailPage(portal, {
    title: W.title,
    code: row.documentNo,
    back: { href: `${PATH}/sent`, text: W.sent },
    done: { sent: W.sentNow, takenBack: W.takenBackNow },
    notes: notesOf(shown, lang),
    primary:
      stands && mayDecide && waiting > 0
        ? { href: `${path}/answer`, text: W.readAnswer }
        : undefined,
    links: [
      { href: `${path}/list.xlsx`, text: W.xlsx, download: true },
      { href: `${path}/list.csv`, text: W.csv, download: true },
      stands && mayTakeBack && { href: `${path}/take-back`, text: W.takeBack },
    ],
    facts: [
      { label: W.document, text: row.documentNo, code: true },
      { label: W.sentOn, text: formatOn(row.sentOn, lang) },
      { label: W.authority, text: row.authority },
      {
        label: W.sentBy,
        text: [row.actorName, formatAt(row.createdAt, lang)].filter(Boolean).join(' · '),
      },
    ],
    sections: [
      tableSection('answers', items, {
        title: W.answers,
        columns: [
          column(W.application, (item) => ({
            text: applicationNumber(item),
            href: applicationPath(item.applicationId),
            code: true,
          })),
          column(W.code, ({ code }) => ({ text: code, href: codePath(code), code: true })),
          column(W.place, ({ siteName, holderName }) => ({ text: siteName, small: holderName })),
          column(W.market, ({ market }) => marketName(market, lang)),
          column(W.status, ({ status }) => ({ text: '', status: status ?? 'none' })),
        ],
        empty: W.takenBack,
      }),
    ],
  })
}

function notesOf({ row, items, waiting }: ShownMinistryList, lang: Language): Notes {
  if (row.withdrawnAt !== null) {
    return [{ kind: 'warning', text: fill(W.takenBackNote[lang], { why: row.withdrawnWhy ?? '' }) }]
  }
  return [
    { kind: 'note', text: fill(W.answered[lang], { count: items.length - waiting }) },
    waiting > 0 && { kind: 'note', text: fill(W.open[lang], { count: waiting }) },
  ]
}
