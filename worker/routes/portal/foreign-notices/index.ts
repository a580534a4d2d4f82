import { FOREIGN_PAGES as W } from '../../../copy/portal/foreign-pages.ts'
import { openAnswer } from '../../../verbs/foreign-notices/answer-evidence.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { evidenceRoutes } from '../evidence/evidence-routes.ts'
import { withoutPlace } from '../evidence/without-place.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { seeOther } from '../show-portal-page.ts'
import { noticeActForms } from './act-forms.ts'
import { answerForms } from './answer-form.ts'
import { noticeDecisionForms } from './decide-forms.ts'
import { noticePath, NOTICES_PATH as PATH } from './item-filter.ts'
import { NEW_NOTICE_MAX_BYTES, sendNewNotice, showNewNotice } from './new-notice.ts'
import { settleForms } from './settle-form.ts'
import { showNoticeItem } from './show-item.ts'
import { showNoticeItems } from './show-items.ts'
import { showNoticeList } from './show-list.ts'
import { replyListRoutes, showOneNotice } from './show-one.ts'
import { showStatistics } from './statistics.ts'

const ANSWERS = `${PATH}/answers/:id` as const
const MAY = { add: 'foreign.answer', read: 'foreign.read' } as const

/** Notices of importing countries: recorded, worked through code by code, answered, closed. */
export const foreignNoticeRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'foreign.read', handle: showNoticeList },
  { method: 'GET', path: `${PATH}/new`, may: 'foreign.decide', handle: showNewNotice },
  {
    ...{ method: 'POST', path: `${PATH}/new`, may: 'foreign.decide' },
    ...{ maxBytes: NEW_NOTICE_MAX_BYTES, handle: sendNewNotice },
  },
  { method: 'GET', path: `${PATH}/statistics`, may: 'foreign.work', handle: showStatistics },
  ...evidenceRoutes({
    path: ANSWERS,
    may: MAY,
    note: W.evidenceNote,
    open: async ({ ctx, param }, to) => ({
      ...(await openAnswer(ctx, param('id'), MAY[to])),
      byHolder: true,
      // Where a photo was taken is for whoever looks again.
      ...(mayAny(ctx.actor, 'foreign.work') ? {} : { served: withoutPlace }),
    }),
  }),
  {
    ...{ method: 'GET', path: ANSWERS, may: 'foreign.read' },
    // Files are shown with the notice they answer.
    handle: async (portal: Portal) => {
      const { noticeId } = await openAnswer(portal.ctx, portal.param('id'), 'foreign.read')
      const done = portal.c.req.query('done')
      const query = done === undefined ? '' : `?${new URLSearchParams({ done })}`
      return seeOther(portal, `${noticePath(noticeId)}${query}`)
    },
  },
  ...settleForms,
  ...noticeActForms,
  ...noticeDecisionForms,
  ...answerForms,
  ...replyListRoutes,
  { method: 'GET', path: `${PATH}/:id/items`, may: 'foreign.read', handle: showNoticeItems },
  { method: 'GET', path: `${PATH}/:id/items/:item`, may: 'foreign.read', handle: showNoticeItem },
  { method: 'GET', path: `${PATH}/:id`, may: 'foreign.read', handle: showOneNotice },
]
