import type { NoticeItem } from '../../../../db/queries/foreign-notices.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
import { formatOn } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { CASE_STATE_NAMES } from '../../../copy/portal/case-names.ts'
import { FOREIGN_COPY as F } from '../../../copy/portal/foreign-notices.ts'
import { FOREIGN_PAGES as W } from '../../../copy/portal/foreign-pages.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { readNotices } from '../../../verbs/foreign-notices/list-notices.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { pagingOf } from '../paging-of.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { noticePath, NOTICES_PATH as PATH } from './item-filter.ts'

const PAGE_SIZE = 50
const STATES = ['open', 'closed'] as const
const COLUMNS = [F.noticeNumber, F.market, F.subject, F.dueOn, F.state]

/** `GET /portal/foreign-notices?state=&cursor=`: of a place, or those that name one's own codes. */
export async function showNoticeList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const state = STATES.find((each) => each === c.req.query('state')) ?? null
  const isDesk = mayAny(ctx.actor, 'foreign.work')
  const { rows, nextCursor } = await readNotices(ctx, {
    ...{ market: null, state, limit: PAGE_SIZE },
    cursor: c.req.query('cursor') ?? null,
  })
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: mayAny(ctx.actor, 'foreign.decide') ? { href: `${PATH}/new`, text: W.add[lang] } : null,
    title: W.title[lang],
    lead: (isDesk ? W.lead : W.leadOwn)[lang],
    empty: (isDesk ? W.empty : W.emptyOwn)[lang],
    columns: COLUMNS.map((name) => name[lang]),
    rows: rows.map((row) => cellsOf(row, { lang, isDesk })),
    done: null,
    filters: [
      { href: PATH, text: W.all[lang], current: state === null },
      ...STATES.map((each) => ({
        href: `${PATH}?state=${each}`,
        text: W[each][lang],
        current: each === state,
      })),
    ],
    paging: pagingOf(c, { path: PATH, kept: ['state'], nextCursor }),
    links: isDesk ? [{ href: `${PATH}/statistics`, text: W.statistics[lang] }] : [],
  })
}

function cellsOf(
  row: NoticeItem,
  { lang, isDesk }: { readonly lang: Language; readonly isDesk: boolean },
): TableCell[] {
  return [
    {
      ...{ text: row.number, href: noticePath(row.id), code: true },
      small: formatOn(row.receivedOn, lang),
    },
    { text: marketName(row.market, lang) },
    { text: row.subject },
    // Holders have a day of their own.
    { text: formatOn(isDesk ? row.dueOn : row.holderDueOn, lang) },
    { text: CASE_STATE_NAMES[row.state][lang] },
  ]
}
