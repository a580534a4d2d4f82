import { formatNumber } from '../../../copy/format.ts'
import { periodName } from '../../../copy/portal/period-name.ts'
import { PURCHASE_COPY as F } from '../../../copy/portal/purchase.ts'
import { PURCHASES_COPY as W } from '../../../copy/portal/purchases.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { boundsOf, mayAny } from '../../../verbs/guard/authorise.ts'
import { daysOfMonths } from '../../../verbs/purchases/purchase-sums.ts'
import { readLines, readReportsOf } from '../../../verbs/purchases/read-report.ts'
import { mayKeepPeriods } from '../../../verbs/purchases/report-periods.ts'
import type { Portal } from '../portal-route.ts'
import { pageAsked, showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'
import { destinationText, disputeText, flagText, kgText } from './line-table.ts'
import {
  MISSING_PATH,
  newPath,
  PURCHASES_PATH as PATH,
  PERIODS_PATH,
  PLAN_PATH,
  reportPath,
  THROUGH_PATH,
  TOTALS_PATH,
} from './paths.ts'
import { stateText } from './show-report.ts'

/** `GET /portal/purchases`: one's own reports; of an office the lines about its place. */
export function showPurchases(portal: Portal): Promise<Response> {
  const bounds = boundsOf(portal.ctx, 'purchases.read')
  return bounds?.kind === 'organisation'
    ? showOwn(portal, bounds.organisationId)
    : showOfPlace(portal)
}

async function showOwn(portal: Portal, organisationId: string): Promise<Response> {
  const { ctx, lang } = portal
  const list = await readReportsOf(ctx, { organisationId, ...pageAsked(portal) })
  return showListPage(portal, list, {
    adding: { href: newPath({}), text: W.add },
    words: W,
    columns: [
      column(F.period, (row) => ({ text: periodName(row), href: reportPath(row.id) })),
      column(W.codes, ({ codes }) => formatNumber(codes, lang)),
      column(W.bought, ({ boughtKg }) => kgText(boughtKg, lang)),
      column(W.sold, ({ soldKg }) => kgText(soldKg, lang)),
      column(W.state, (row) => stateText(row, lang)),
    ],
    done: { imported: W.imported },
    at: { path: PATH },
    links: [
      list.rows.length > 0 && { href: newPath({ like: 'last' }), text: W.likeLast },
      { href: `${PATH}/list`, text: W.import },
      { href: PLAN_PATH, text: W.plan },
      { href: THROUGH_PATH, text: W.through },
    ],
  })
}

async function showOfPlace(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const onlyFlagged = c.req.query('view') === 'flagged'
  const days = daysOfMonths(ctx, { from: '', to: '' })
  const mayWrite = mayAny(ctx.actor, 'purchases.write')
  return showListPage(portal, await readLines(ctx, { onlyFlagged, days, ...pageAsked(portal) }), {
    adding: mayWrite ? { href: newPath({}), text: W.addFor } : null,
    words: { title: W.title, lead: W.leadOffice, empty: W.emptyOffice },
    columns: [
      column(F.period, (row) => ({
        text: periodName(row),
        href: reportPath(row.reportId),
        small: row.reporter,
      })),
      column(F.code, ({ code, communeName }) => ({ text: code, code: true, small: communeName })),
      column(F.crop, ({ cropName }) => cropName),
      column(W.bought, ({ boughtKg }) => kgText(boughtKg, lang)),
      column(W.sold, (row) => ({
        text: kgText(row.soldKg, lang),
        small: destinationText(row, lang),
      })),
      column(W.flags, (row) => ({ text: flagText(row, lang), small: disputeText(row, lang) })),
    ],
    done: { imported: W.imported },
    filters: [
      { href: PATH, text: W.all, current: !onlyFlagged },
      { href: `${PATH}?view=flagged`, text: W.onlyFlagged, current: onlyFlagged },
    ],
    at: { path: PATH, kept: ['view'] },
    links: [
      { href: TOTALS_PATH, text: W.totals },
      { href: MISSING_PATH, text: W.missing },
      mayKeepPeriods(ctx) && { href: PERIODS_PATH, text: W.periods },
      mayWrite && { href: `${PATH}/list`, text: W.import },
      ...fileLinks(`${PATH}/export`, { asked: {}, lang }),
    ],
  })
}

/** What is listed as a file, with what it is narrowed to. */
export function fileLinks(
  path: string,
  { asked, lang }: { readonly asked: Readonly<Record<string, string>>; readonly lang: Language },
) {
  return (['xlsx', 'csv'] as const).map((format) => ({
    href: `${path}?${new URLSearchParams({ ...asked, format })}`,
    text: (format === 'xlsx' ? W.exportXlsx : W.exportCsv)[lang],
    download: true,
  }))
}
