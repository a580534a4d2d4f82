import type { DiaryEntryDetail, DiaryNarrowing } from '../../../../db/queries/diary-entries.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
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
import { showPortalPage } from '../show-portal-page.ts'
import { stockPath } from '../stock/stock-path.ts'
import { DIARY_PATH, entryPath } from './diary-path.ts'
import { askedNarrowing, narrowingOf } from './narrowing.ts'
import { SIGNALS_PATH } from './show-signals.ts'

const PATH = DIARY_PATH
const ROWS_PER_PAGE = 50

/** `GET /portal/diary`: of one place (`site`), else of all places of one's organisation. */
export async function showDiary(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const siteId = c.req.query('site') || null
  const cursor = c.req.query('cursor') || null
  const narrow = askedNarrowing(portal)
  const named = isDiaryNamed(ctx, { siteId, organisationId: null })
  const { rows, nextCursor } = named
    ? await readDiary(ctx, {
        ...{ siteId, organisationId: null, narrow, cursor, limit: ROWS_PER_PAGE },
      })
    : { rows: [], nextCursor: null }
  const [first] = rows
  const own = mayAny(portal.person, 'diary.write') ? await listDiarySites(ctx) : []
  // Whoever looks at one place of others goes on looking at it.
  const isOwn = siteId === null || own.some(({ id }) => id === siteId)
  const sites = isOwn ? own : [...own, { id: siteId, name: first?.siteName ?? '' }]
  const done = c.req.query('done') === 'saved'
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: mayAny(portal.person, 'diary.write')
      ? {
          href: siteId === null ? `${PATH}/new` : `${PATH}/new?site=${encodeURIComponent(siteId)}`,
          text: E.add[lang],
        }
      : null,
    narrowing: {
      action: PATH,
      ...narrowingOf({ asked: { ...narrow, site: siteId ?? undefined }, sites, lang }),
    },
    links: [
      ...(named ? [{ href: stockPath(siteId), text: STOCK_COPY.open[lang] }] : []),
      ...linksFor(portal),
    ],
    title:
      siteId === null || first === undefined
        ? W.title[lang]
        : fill(W.titleOf[lang], { name: first.siteName }),
    lead: (mayAny(portal.person, 'diary.write') ? W.leadWrite : W.lead)[lang],
    empty: (named ? W.empty : W.choose)[lang],
    columns: [W.day, W.work, W.place, W.details, W.state].map((name) => name[lang]),
    rows: rows.map((row) => cellsOf(row, lang)),
    done: done ? { kind: 'done', text: W.saved[lang] } : null,
    paging: {
      firstHref: cursor === null ? null : pageAt({ siteId, narrow, cursor: null }),
      ...{
        newerHref: null,
        olderHref: nextCursor && pageAt({ siteId, narrow, cursor: nextCursor }),
      },
    },
  })
}

/** The app for those who write, what is worth a look for those who check. */
function linksFor({ person, lang }: Pick<Portal, 'person' | 'lang'>) {
  const field = { href: '/app/', text: HOME_COPY.field[lang] }
  const signals = { href: SIGNALS_PATH, text: E.signalsTitle[lang] }
  return [
    ...(mayAny(person, 'diary.write') ? [field] : []),
    ...(mayAny(person, 'diary.verify') ? [signals] : []),
  ]
}

function cellsOf(row: DiaryEntryDetail, lang: Language): TableCell[] {
  const details = diaryDetails(row.details, lang).map(({ label, text }) => `${label}: ${text}`)
  return [
    { text: formatOn(row.occurredOn, lang), href: entryPath(row.id) },
    { text: row.summary, small: diaryKind(row.kind, lang).name },
    { text: row.siteName },
    { text: details.join(' · ') },
    { text: stateOf(row, lang) },
  ]
}

function stateOf(row: DiaryEntryDetail, lang: Language): string {
  if (row.amendsId === null) return ''
  const text = row.retracts ? W.takenBack : W.corrected
  return fill(text[lang], { reason: row.reason ?? '' })
}

function pageAt(at: {
  readonly siteId: string | null
  readonly narrow: DiaryNarrowing
  readonly cursor: string | null
}): string {
  const query = new URLSearchParams()
  if (at.siteId !== null) query.set('site', at.siteId)
  const { kind, householdId, seasonId } = at.narrow
  if (kind !== undefined) query.set('kind', kind)
  if (householdId !== undefined) query.set('household', householdId)
  if (seasonId !== undefined) query.set('season', seasonId)
  if (at.cursor !== null) query.set('cursor', at.cursor)
  return query.size === 0 ? PATH : `${PATH}?${query}`
}
