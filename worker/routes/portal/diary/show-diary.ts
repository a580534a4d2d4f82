import type { DiaryEntryDetail } from '../../../../db/queries/diary-entries.ts'
import { diaryDetails, diaryKind } from '../../../copy/diary.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { DIARY_COPY as W } from '../../../copy/portal/diary.ts'
import { DIARY_ENTRIES_COPY as E } from '../../../copy/portal/diary-entries.ts'
import { HOME_COPY } from '../../../copy/portal/home.ts'
import { STOCK_COPY } from '../../../copy/portal/stock.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { isDiaryNamed, readDiary } from '../../../verbs/diary/list-diary.ts'
import { listDiarySites } from '../../../verbs/diary/open-entry-form.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import type { Portal } from '../portal-route.ts'
import { pageAsked, showListPage } from '../show-list-page.ts'
import { stockPath } from '../stock/stock-path.ts'
import { column } from '../table-of.ts'
import { withQuery } from '../with-query.ts'
import { DIARY_PATH, entryPath } from './diary-path.ts'
import { askedNarrowing, narrowingOf } from './narrowing.ts'
import { SIGNALS_PATH } from './show-signals.ts'

const PATH = DIARY_PATH

/** `GET /portal/diary`: of one place (`site`), else of all places of one's organisation. */
export async function showDiary(portal: Portal): Promise<Response> {
  const { c, ctx, lang, person } = portal
  const siteId = c.req.query('site') || null
  const narrow = askedNarrowing(portal)
  const named = isDiaryNamed(ctx, { siteId, organisationId: null })
  const list = named
    ? await readDiary(ctx, { siteId, organisationId: null, narrow, ...pageAsked(portal) })
    : { rows: [], nextCursor: null }
  const [first] = list.rows
  const mayWrite = mayAny(person, 'diary.write')
  const own = mayWrite ? await listDiarySites(ctx) : []
  // Whoever looks at one place of others goes on looking at it.
  const isOwn = siteId === null || own.some(({ id }) => id === siteId)
  const sites = isOwn ? own : [...own, { id: siteId, name: first?.siteName ?? '' }]
  const asked = { ...narrow, site: siteId ?? undefined }
  return showListPage(portal, list, {
    adding: mayWrite
      ? { href: withQuery(`${PATH}/new`, { site: siteId ?? '' }), text: E.add }
      : null,
    narrowing: { action: PATH, ...narrowingOf({ asked, sites, lang }) },
    // The app for those who write, what is worth a look for those who check.
    links: [
      named && { href: stockPath(siteId), text: STOCK_COPY.open },
      mayWrite && { href: '/app/', text: HOME_COPY.field },
      mayAny(person, 'diary.verify') && { href: SIGNALS_PATH, text: E.signalsTitle },
    ],
    words: {
      title:
        siteId === null || first === undefined
          ? W.title
          : fill(W.titleOf[lang], { name: first.siteName }),
      lead: mayWrite ? W.leadWrite : W.lead,
      empty: named ? W.empty : W.choose,
    },
    columns: [
      column(W.day, (row) => ({ text: formatOn(row.occurredOn, lang), href: entryPath(row.id) })),
      column(W.work, (row) => ({ text: row.summary, small: diaryKind(row.kind, lang).name })),
      column(W.place, ({ siteName }) => siteName),
      column(W.details, ({ details }) =>
        diaryDetails(details, lang)
          .map(({ label, text }) => `${label}: ${text}`)
          .join(' · '),
      ),
      column(W.state, (row) => stateOf(row, lang)),
    ],
    done: { saved: W.saved },
    at: { path: PATH, kept: ['site', 'kind', 'household', 'season'] },
  })
}

function stateOf(row: DiaryEntryDetail, lang: Language): string {
  if (row.amendsId === null) return ''
  const text = row.retracts ? W.takenBack : W.corrected
  return fill(text[lang], { reason: row.reason ?? '' })
}
