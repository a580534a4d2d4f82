import type { DiaryEntryDetail } from '../../../../db/queries/diary-entries.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
import { diaryDetails, diaryKind } from '../../../copy/diary.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { DIARY_COPY as W } from '../../../copy/portal/diary.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { targetOf } from '../../../verbs/codes/target-of.ts'
import { isDiaryNamed, readDiary } from '../../../verbs/diary/list-diary.ts'
import { mayAny, mayDo } from '../../../verbs/guard/authorise.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'

const PATH = '/portal/diary'
const ROWS_PER_PAGE = 50

/** `GET /portal/diary`: of one place (`site`), else of all places of one's organisation. */
export async function showDiary(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const siteId = c.req.query('site') || null
  const cursor = c.req.query('cursor') || null
  const named = isDiaryNamed(ctx, { siteId, organisationId: null })
  const { rows, nextCursor } = named
    ? await readDiary(ctx, { siteId, organisationId: null, cursor, limit: ROWS_PER_PAGE })
    : { rows: [], nextCursor: null }
  const [first] = rows
  const done = c.req.query('done') === 'saved'
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: null,
    title:
      siteId === null || first === undefined
        ? W.title[lang]
        : fill(W.titleOf[lang], { name: first.siteName }),
    lead: (mayAny(portal.person, 'diary.write') ? W.leadWrite : W.lead)[lang],
    empty: (named ? W.empty : W.choose)[lang],
    columns: [W.day, W.work, W.place, W.details, W.state].map((name) => name[lang]),
    rows: rows.map((row) => cellsOf(row, { portal, lang })),
    done: done ? { kind: 'done', text: W.saved[lang] } : null,
    paging: {
      firstHref: cursor === null ? null : pageAt({ siteId, cursor: null }),
      ...{ newerHref: null, olderHref: nextCursor && pageAt({ siteId, cursor: nextCursor }) },
    },
  })
}

function cellsOf(
  row: DiaryEntryDetail,
  { portal, lang }: { readonly portal: Portal; readonly lang: Language },
): TableCell[] {
  const mayCorrect = !row.retracts && mayDo(portal.person, 'diary.write', targetOf(row))
  const details = diaryDetails(row.details, lang).map(({ label, text }) => `${label}: ${text}`)
  return [
    {
      text: formatOn(row.occurredOn, lang),
      href: mayCorrect ? `${PATH}/${encodeURIComponent(row.id)}/correct` : undefined,
    },
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

function pageAt(at: { readonly siteId: string | null; readonly cursor: string | null }): string {
  const query = new URLSearchParams()
  if (at.siteId !== null) query.set('site', at.siteId)
  if (at.cursor !== null) query.set('cursor', at.cursor)
  return query.size === 0 ? PATH : `${PATH}?${query}`
}
