import type { TableCell } from '../../../../site/models/portal-common.ts'
import { formatOn } from '../../../copy/format.ts'
import {
  APPLICATION_KIND_NAMES,
  APPLICATION_STATE_NAMES,
} from '../../../copy/portal/application-names.ts'
import { APPLICATIONS_COPY as W } from '../../../copy/portal/applications.ts'
import { reachOf } from '../../../domain/access/permissions.ts'
import { APPLICATION_STATES } from '../../../domain/applications/workflow.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { readApplications } from '../../../verbs/applications/list-applications.ts'
import { applicationNumber } from '../../../verbs/applications/open-application.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { MINISTRY_PATH } from '../ministry-lists/list-path.ts'
import { pagingOf } from '../paging-of.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { applicationPath, APPLICATIONS_PATH as PATH } from './application-path.ts'

const PAGE_SIZE = 50
const COLUMNS = [W.number, W.place, W.kind, W.state, W.due] as const

/** `GET /portal/applications?state=&late=&cursor=`. */
export async function showApplicationList(portal: Portal): Promise<Response> {
  const { c, ctx, lang, person } = portal
  const state = APPLICATION_STATES.find((each) => each === c.req.query('state')) ?? null
  const isLate = c.req.query('late') === '1'
  const cursor = c.req.query('cursor') ?? null
  const { rows, nextCursor } = await readApplications(ctx, {
    ...{ state, isLate, cursor, limit: PAGE_SIZE },
  })
  const today = vietnamDateOf(ctx.now())
  const isHolder = reachOf(person.role, 'applications.read') === 'own'
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: mayAny(ctx.actor, 'applications.write')
      ? { href: `${PATH}/new`, text: W.add[lang] }
      : null,
    title: W.title[lang],
    lead: isHolder ? W.leadHolder[lang] : W.lead[lang],
    empty: W.empty[lang],
    columns: COLUMNS.map((name) => name[lang]),
    rows: rows.map((row) => cellsOf(row, { lang, today })),
    done: null,
    filters: [
      { href: PATH, text: W.all[lang], current: state === null && !isLate },
      { href: `${PATH}?late=1`, text: W.late[lang], current: isLate },
      ...APPLICATION_STATES.map((each) => ({
        href: `${PATH}?state=${each}`,
        text: APPLICATION_STATE_NAMES[each][lang],
        current: each === state,
      })),
    ],
    paging: pagingOf(c, { path: PATH, kept: ['state', 'late'], nextCursor }),
    links: listLinks(portal),
  })
}

type Row = Awaited<ReturnType<typeof readApplications>>['rows'][number]

function cellsOf(row: Row, { lang, today }: { lang: Language; today: string }): TableCell[] {
  const { id, kind, state, dueOn, siteName, organisationName, communeName } = row
  const isLate = dueOn !== null && dueOn < today
  return [
    { text: applicationNumber(row), href: applicationPath(id), code: true },
    {
      text: siteName,
      small: [organisationName, communeName].filter((part) => part !== null).join(' · '),
    },
    { text: APPLICATION_KIND_NAMES[kind][lang], small: row.code },
    { text: APPLICATION_STATE_NAMES[state][lang] },
    {
      text: dueOn === null ? '' : formatOn(dueOn, lang),
      small: isLate ? W.isLate[lang] : null,
    },
  ]
}

/** The list that goes to the ministry, and the one that comes back from abroad. */
function listLinks({ ctx, lang }: Portal) {
  return [
    ...(mayAny(ctx.actor, 'exports.read') ? [{ href: MINISTRY_PATH, text: W.ministry[lang] }] : []),
    ...(mayAny(ctx.actor, 'codes.decide')
      ? [{ href: '/portal/imports/new', text: W.foreignList[lang] }]
      : []),
  ]
}
