import { diaryKind } from '../../../copy/diary.ts'
import { formatAt, formatOn } from '../../../copy/format.ts'
import { DIARY_COPY } from '../../../copy/portal/diary.ts'
import { DIARY_ENTRIES_COPY as W } from '../../../copy/portal/diary-entries.ts'
import { readSignals } from '../../../verbs/diary/list-signals.ts'
import type { Portal } from '../portal-route.ts'
import { pageAsked, showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'
import { DIARY_PATH, entryPath } from './diary-path.ts'
import { signalTexts } from './signal-texts.ts'

export const SIGNALS_PATH = `${DIARY_PATH}/signals` as const

/** `GET /portal/diary/signals`: what was found about diaries of one's places, for who checks them. */
export async function showSignals(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  return showListPage(portal, await readSignals(ctx, pageAsked(portal)), {
    words: { title: W.signalsTitle, lead: W.signalsLead, empty: W.signalsEmpty },
    columns: [
      column(DIARY_COPY.work, ({ kind, occurredOn, summary, diaryEventId }) => ({
        text: `${diaryKind(kind, lang).name}, ${formatOn(occurredOn, lang)}`,
        small: summary,
        href: entryPath(diaryEventId),
      })),
      column(DIARY_COPY.place, ({ siteName }) => siteName),
      column(W.signalShows, (row) => {
        const { name, shows } = signalTexts(row, lang)
        return { text: name, small: shows }
      }),
      column(W.signalNot, (row) => ({
        text: signalTexts(row, lang).not,
        small: row.isAmended ? W.signalAmended : null,
      })),
      column(W.recordedAt, ({ recordedAt }) => formatAt(recordedAt, lang)),
    ],
    links: [{ href: DIARY_PATH, text: DIARY_COPY.title }],
    at: { path: SIGNALS_PATH },
  })
}
