import { formatOn } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { CASE_STATE_NAMES } from '../../../copy/portal/case-names.ts'
import { FOREIGN_COPY as F } from '../../../copy/portal/foreign-notices.ts'
import { FOREIGN_PAGES as W } from '../../../copy/portal/foreign-pages.ts'
import { readNotices } from '../../../verbs/foreign-notices/list-notices.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import type { Portal } from '../portal-route.ts'
import { chipsOf, pageAsked, showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'
import { noticePath, NOTICES_PATH as PATH } from './item-filter.ts'

const STATES = ['open', 'closed'] as const

/** `GET /portal/foreign-notices?state=&cursor=`: of a place, or those that name one's own codes. */
export async function showNoticeList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const state = STATES.find((each) => each === c.req.query('state')) ?? null
  const isDesk = mayAny(ctx.actor, 'foreign.work')
  return showListPage(
    portal,
    await readNotices(ctx, { market: null, state, ...pageAsked(portal) }),
    {
      adding: mayAny(ctx.actor, 'foreign.decide') ? { href: `${PATH}/new`, text: W.add } : null,
      words: isDesk ? W : { title: W.title, lead: W.leadOwn, empty: W.emptyOwn },
      columns: [
        column(F.noticeNumber, (row) => ({
          text: row.number,
          href: noticePath(row.id),
          code: true,
          small: formatOn(row.receivedOn, lang),
        })),
        column(F.market, ({ market }) => marketName(market, lang)),
        column(F.subject, ({ subject }) => subject),
        // Holders have a day of their own.
        column(F.dueOn, ({ dueOn, holderDueOn }) => formatOn(isDesk ? dueOn : holderDueOn, lang)),
        column(F.state, (row) => CASE_STATE_NAMES[row.state]),
      ],
      filters: [
        { href: PATH, text: W.all, current: state === null },
        ...chipsOf(STATES, { path: PATH, names: W, now: state }),
      ],
      at: { path: PATH, kept: ['state'] },
      links: [isDesk && { href: `${PATH}/statistics`, text: W.statistics }],
    },
  )
}
