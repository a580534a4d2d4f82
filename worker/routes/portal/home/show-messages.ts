import { NOTIFICATION_COPY } from '../../../copy/portal/notification.ts'
import { reachOf } from '../../../domain/access/permissions.ts'
import { listMessages } from '../../../verbs/notifications/list-messages.ts'
import { markMessageRead, markMessagesRead } from '../../../verbs/notifications/mark-read.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'

const PATH = '/portal/notifications'

/** `GET /portal/notifications`. */
export async function showMessages(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const { items, newer, older } = await listMessages(ctx, {
    before: c.req.query('before') ?? null,
    after: c.req.query('after') ?? null,
  })
  const done = c.req.query('done') === 'all'
  return showPortalPage(portal, {
    kind: 'portal/notifications',
    items: items.map((item) => ({ ...item, href: mayFollow(portal, item) ? item.href : null })),
    upTo: items.some(({ unread }) => unread) ? (items[0]?.createdAt ?? null) : null,
    done: done ? { kind: 'done', text: NOTIFICATION_COPY.doneAll[lang] } : null,
    paging: {
      newerHref: newer === null ? null : `${PATH}?after=${newer}`,
      olderHref: older === null ? null : `${PATH}?before=${older}`,
    },
  })
}

/** All members read a message; whom it leads to the members' page, not all may. */
function mayFollow({ person }: Portal, { href }: { readonly href: string | null }): boolean {
  return href !== '/portal/members' || reachOf(person.role, 'members.write') !== null
}

/** `POST /portal/notifications/{id}/read`. */
export async function readMessage(portal: Portal): Promise<Response> {
  await markMessageRead(portal.ctx, { id: portal.param('id') })
  return seeOther(portal, PATH)
}

/** `POST /portal/notifications/read`. */
export async function readAllMessages(portal: Portal): Promise<Response> {
  await markMessagesRead(portal.ctx, { upTo: String(portal.form.get('upTo') ?? '') })
  return seeOther(portal, `${PATH}?done=all`)
}
