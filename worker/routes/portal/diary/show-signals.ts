import { diaryKind } from '../../../copy/diary.ts'
import { formatAt, formatOn } from '../../../copy/format.ts'
import { DIARY_COPY } from '../../../copy/portal/diary.ts'
import { DIARY_ENTRIES_COPY as W } from '../../../copy/portal/diary-entries.ts'
import { readSignals } from '../../../verbs/diary/list-signals.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { DIARY_PATH, entryPath } from './diary-path.ts'
import { signalTexts } from './signal-texts.ts'

export const SIGNALS_PATH = `${DIARY_PATH}/signals` as const
const ROWS_PER_PAGE = 50

/** `GET /portal/diary/signals`: what was found about diaries of one's places, for who checks them. */
export async function showSignals(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const cursor = c.req.query('cursor') || null
  const { rows, nextCursor } = await readSignals(ctx, { cursor, limit: ROWS_PER_PAGE })
  const columns = [DIARY_COPY.work, DIARY_COPY.place, W.signalShows, W.signalNot, W.recordedAt]
  return showPortalPage(portal, {
    ...{ kind: 'portal/records', adding: null, done: null },
    title: W.signalsTitle[lang],
    lead: W.signalsLead[lang],
    empty: W.signalsEmpty[lang],
    columns: columns.map((name) => name[lang]),
    rows: rows.map((row) => {
      const { name, shows, not } = signalTexts(row, lang)
      const work = `${diaryKind(row.kind, lang).name}, ${formatOn(row.occurredOn, lang)}`
      return [
        { text: work, small: row.summary, href: entryPath(row.diaryEventId) },
        { text: row.siteName },
        { text: name, small: shows },
        { text: not, small: row.isAmended ? W.signalAmended[lang] : null },
        { text: formatAt(row.recordedAt, lang) },
      ]
    }),
    links: [{ href: DIARY_PATH, text: DIARY_COPY.title[lang] }],
    paging: {
      firstHref: cursor === null ? null : SIGNALS_PATH,
      ...{ newerHref: null, olderHref: nextCursor && `${SIGNALS_PATH}?cursor=${nextCursor}` },
    },
  })
}
