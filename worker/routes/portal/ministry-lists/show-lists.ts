import { formatNumber, formatOn } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { MINISTRY_COPY as W } from '../../../copy/portal/ministry-lists.ts'
import { applicationNumber } from '../../../verbs/applications/open-application.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { readMinistryLists } from '../../../verbs/ministry-lists/open-list.ts'
import { marketAsked, readWaitingCodes } from '../../../verbs/ministry-lists/waiting-codes.ts'
import { applicationPath } from '../applications/application-path.ts'
import { doneOf } from '../done-of.ts'
import { pagingOf } from '../paging-of.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { ministryListPath, MINISTRY_PATH as PATH } from './list-path.ts'

const PAGE_SIZE = 100

/** `GET /portal/ministry-lists?market=&cursor=`: the codes that wait to be sent. */
export async function showWaitingCodes(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const market = marketAsked(c.req.query('market'))
  const cursor = c.req.query('cursor') ?? null
  const { rows, nextCursor } = await readWaitingCodes(ctx, { market, cursor, limit: PAGE_SIZE })
  const markets = [...new Set([...(market === null ? [] : [market]), ...rows.map((r) => r.market)])]
  const query = market === null ? '' : `?${new URLSearchParams({ market })}`
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding:
      rows.length > 0 && mayAny(ctx.actor, 'codes.grant')
        ? { href: `${PATH}/send${query}`, text: W.send[lang] }
        : null,
    title: W.title[lang],
    lead: W.lead[lang],
    empty: W.empty[lang],
    columns: [W.application, W.code, W.place, W.crop, W.market, W.approvedOn].map((n) => n[lang]),
    rows: rows.map((row) => [
      { text: applicationNumber(row), href: applicationPath(row.applicationId), code: true },
      { text: row.code, href: `/portal/codes/${encodeURIComponent(row.code)}`, code: true },
      { text: row.siteName, small: [row.holderName, row.communeName].filter(Boolean).join(' · ') },
      { text: row.crops },
      { text: marketName(row.market, lang) },
      { text: row.issuedOn === null ? '' : formatOn(row.issuedOn, lang), small: row.documentNo },
    ]),
    done: doneOf(portal, { takenBack: W.takenBackNow }),
    filters: [
      { href: PATH, text: W.all[lang], current: market === null },
      ...markets.map((each) => ({
        href: `${PATH}?${new URLSearchParams({ market: each })}`,
        ...{ text: marketName(each, lang), current: each === market },
      })),
    ],
    paging: pagingOf(c, { path: PATH, kept: ['market'], nextCursor }),
    links: [
      { href: `${PATH}/waiting.xlsx${query}`, text: W.xlsx[lang], download: true },
      { href: `${PATH}/waiting.csv${query}`, text: W.csv[lang], download: true },
      { href: `${PATH}/sent`, text: W.sent[lang] },
    ],
  })
}

/** `GET /portal/ministry-lists/sent?cursor=`. */
export async function showSentLists(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const cursor = c.req.query('cursor') ?? null
  const { rows, nextCursor } = await readMinistryLists(ctx, { cursor, limit: PAGE_SIZE })
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: null,
    title: W.sent[lang],
    lead: W.sentLead[lang],
    empty: W.sentEmpty[lang],
    columns: [W.document, W.sentOn, W.codes, W.sentBy].map((name) => name[lang]),
    rows: rows.map((row) => [
      {
        ...{ text: row.documentNo, href: ministryListPath(row.id), code: true },
        small: row.withdrawnAt === null ? null : W.takenBack[lang],
      },
      { text: formatOn(row.sentOn, lang) },
      { text: formatNumber(row.rowsTotal, lang) },
      { text: row.actorName ?? '' },
    ]),
    done: null,
    paging: pagingOf(c, { path: `${PATH}/sent`, nextCursor }),
    links: [{ href: PATH, text: W.waiting[lang] }],
  })
}
