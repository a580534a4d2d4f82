import { formatOn } from '../../../copy/format.ts'
import {
  APPLICATION_KIND_NAMES,
  APPLICATION_STATE_NAMES,
} from '../../../copy/portal/application-names.ts'
import { APPLICATIONS_COPY as W } from '../../../copy/portal/applications.ts'
import { reachOf } from '../../../domain/access/permissions.ts'
import { APPLICATION_STATES } from '../../../domain/applications/workflow.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { readApplications } from '../../../verbs/applications/list-applications.ts'
import { applicationNumber } from '../../../verbs/applications/open-application.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { MINISTRY_PATH } from '../ministry-lists/list-path.ts'
import type { Portal } from '../portal-route.ts'
import { chipsOf, pageAsked, showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'
import { applicationPath, APPLICATIONS_PATH as PATH } from './application-path.ts'

/** `GET /portal/applications?state=&late=&cursor=`. */
export async function showApplicationList(portal: Portal): Promise<Response> {
  const { c, ctx, lang, person } = portal
  const state = APPLICATION_STATES.find((each) => each === c.req.query('state')) ?? null
  const isLate = c.req.query('late') === '1'
  const today = vietnamDateOf(ctx.now())
  const isHolder = reachOf(person.role, 'applications.read') === 'own'
  return showListPage(
    portal,
    await readApplications(ctx, { state, isLate, ...pageAsked(portal) }),
    {
      adding: mayAny(ctx.actor, 'applications.write') ? { href: `${PATH}/new`, text: W.add } : null,
      words: isHolder ? { ...W, lead: W.leadHolder } : W,
      columns: [
        column(W.number, (row) => ({
          text: applicationNumber(row),
          href: applicationPath(row.id),
          code: true,
        })),
        column(W.place, ({ siteName, organisationName, communeName }) => ({
          text: siteName,
          small: [organisationName, communeName].filter((part) => part !== null).join(' · '),
        })),
        column(W.kind, ({ kind, code }) => ({ text: APPLICATION_KIND_NAMES[kind], small: code })),
        column(W.state, (row) => APPLICATION_STATE_NAMES[row.state]),
        column(
          W.due,
          ({ dueOn }) =>
            dueOn && { text: formatOn(dueOn, lang), small: dueOn < today ? W.isLate : null },
        ),
      ],
      filters: [
        { href: PATH, text: W.all, current: state === null && !isLate },
        { href: `${PATH}?late=1`, text: W.late, current: isLate },
        ...chipsOf(APPLICATION_STATES, { path: PATH, names: APPLICATION_STATE_NAMES, now: state }),
      ],
      at: { path: PATH, kept: ['state', 'late'] },
      // The list that goes to the ministry, and the one that comes back from abroad.
      links: [
        mayAny(ctx.actor, 'exports.read') && { href: MINISTRY_PATH, text: W.ministry },
        mayAny(ctx.actor, 'codes.decide') && { href: '/portal/imports/new', text: W.foreignList },
      ],
    },
  )
}
