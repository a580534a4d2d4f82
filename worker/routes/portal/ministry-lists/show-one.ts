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
import type { Portal } from '../portal-route.ts'
import { type SaidNotes, showDetailPage } from '../show-detail-page.ts'
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
      {
        id: 'answers',
        title: W.answers,
        table: {
          columns: [W.application, W.code, W.place, W.market, W.status].map((name) => ({ name })),
          rows: items.map((item) => [
            {
              text: applicationNumber(item),
              href: applicationPath(item.applicationId),
              code: true,
            },
            { text: item.code, href: `/portal/codes/${encodeURIComponent(item.code)}`, code: true },
            { text: item.siteName, small: item.holderName },
            { text: marketName(item.market, lang) },
            { text: '', status: item.status ?? 'none' },
          ]),
          empty: W.takenBack,
        },
      },
    ],
  })
}

function notesOf({ row, items, waiting }: ShownMinistryList, lang: Language): SaidNotes {
  if (row.withdrawnAt !== null) {
    return [{ kind: 'warning', text: fill(W.takenBackNote[lang], { why: row.withdrawnWhy ?? '' }) }]
  }
  return [
    { kind: 'note', text: fill(W.answered[lang], { count: items.length - waiting }) },
    waiting > 0 && { kind: 'note', text: fill(W.open[lang], { count: waiting }) },
  ]
}
