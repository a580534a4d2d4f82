import { formatNumber, formatOn } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { MINISTRY_COPY as W } from '../../../copy/portal/ministry-lists.ts'
import { applicationNumber } from '../../../verbs/applications/open-application.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { readMinistryLists } from '../../../verbs/ministry-lists/open-list.ts'
import { marketAsked, readWaitingCodes } from '../../../verbs/ministry-lists/waiting-codes.ts'
import { applicationPath } from '../applications/application-path.ts'
import { codePath } from '../path-in.ts'
import type { Portal } from '../portal-route.ts'
import { pageAsked, showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'
import { ministryListPath, MINISTRY_PATH as PATH } from './list-path.ts'

const PAGE_SIZE = 100

/** `GET /portal/ministry-lists?market=&cursor=`: the codes that wait to be sent. */
export async function showWaitingCodes(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const market = marketAsked(c.req.query('market'))
  const list = await readWaitingCodes(ctx, { market, ...pageAsked(portal, PAGE_SIZE) })
  const found = list.rows.map((row) => row.market)
  const markets = [...new Set(market === null ? found : [market, ...found])]
  const query = market === null ? '' : `?${new URLSearchParams({ market })}`
  return showListPage(portal, list, {
    adding:
      list.rows.length > 0 && mayAny(ctx.actor, 'codes.grant')
        ? { href: `${PATH}/send${query}`, text: W.send }
        : null,
    words: W,
    columns: [
      column(W.application, (row) => ({
        text: applicationNumber(row),
        href: applicationPath(row.applicationId),
        code: true,
      })),
      column(W.code, ({ code }) => ({ text: code, href: codePath(code), code: true })),
      column(W.place, ({ siteName, holderName, communeName }) => ({
        text: siteName,
        small: [holderName, communeName].filter(Boolean).join(' · '),
      })),
      column(W.crop, ({ crops }) => crops),
      column(W.market, (row) => marketName(row.market, lang)),
      column(W.approvedOn, ({ issuedOn, documentNo }) => ({
        text: issuedOn === null ? '' : formatOn(issuedOn, lang),
        small: documentNo,
      })),
    ],
    done: { takenBack: W.takenBackNow },
    filters: [
      { href: PATH, text: W.all, current: market === null },
      ...markets.map((each) => ({
        href: `${PATH}?${new URLSearchParams({ market: each })}`,
        text: marketName(each, lang),
        current: each === market,
      })),
    ],
    at: { path: PATH, kept: ['market'] },
    links: [
      { href: `${PATH}/waiting.xlsx${query}`, text: W.xlsx, download: true },
      { href: `${PATH}/waiting.csv${query}`, text: W.csv, download: true },
      { href: `${PATH}/sent`, text: W.sent },
    ],
  })
}

/** `GET /portal/ministry-lists/sent?cursor=`. */
export async function showSentLists(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  return showListPage(portal, await readMinistryLists(ctx, pageAsked(portal, PAGE_SIZE)), {
    words: { title: W.sent, lead: W.sentLead, empty: W.sentEmpty },
    columns: [
      column(W.document, ({ documentNo, id, withdrawnAt }) => ({
        text: documentNo,
        href: ministryListPath(id),
        code: true,
        small: withdrawnAt === null ? null : W.takenBack,
      })),
      column(W.sentOn, ({ sentOn }) => formatOn(sentOn, lang)),
      column(W.codes, ({ rowsTotal }) => formatNumber(rowsTotal, lang)),
      column(W.sentBy, ({ actorName }) => actorName),
    ],
    at: { path: `${PATH}/sent` },
    links: [{ href: PATH, text: W.waiting }],
  })
}
