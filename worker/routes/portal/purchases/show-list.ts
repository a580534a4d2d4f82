import type {
  PurchaseLineItem,
  PurchaseReportItem,
} from '../../../../db/queries/purchase-reports.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
import { formatNumber } from '../../../copy/format.ts'
import { periodName } from '../../../copy/portal/period-name.ts'
import { PURCHASE_COPY as F } from '../../../copy/portal/purchase.ts'
import { PURCHASES_COPY as W } from '../../../copy/portal/purchases.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { boundsOf, mayAny } from '../../../verbs/guard/authorise.ts'
import { daysOfMonths } from '../../../verbs/purchases/purchase-sums.ts'
import { readLines, readReportsOf } from '../../../verbs/purchases/read-report.ts'
import { mayKeepPeriods } from '../../../verbs/purchases/report-periods.ts'
import { doneOf } from '../done-of.ts'
import { pagingOf } from '../paging-of.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
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

const PAGE_SIZE = 50

/** `GET /portal/purchases`: one's own reports; of an office the lines about its place. */
export function showPurchases(portal: Portal): Promise<Response> {
  const bounds = boundsOf(portal.ctx, 'purchases.read')
  return bounds?.kind === 'organisation'
    ? showOwn(portal, bounds.organisationId)
    : showOfPlace(portal)
}

async function showOwn(portal: Portal, organisationId: string): Promise<Response> {
  const { c, ctx, lang } = portal
  const cursor = c.req.query('cursor') ?? null
  const { rows, nextCursor } = await readReportsOf(ctx, {
    ...{ organisationId, cursor, limit: PAGE_SIZE },
  })
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: { href: newPath({}), text: W.add[lang] },
    title: W.title[lang],
    lead: W.lead[lang],
    empty: W.empty[lang],
    columns: [F.period, W.codes, W.bought, W.sold, W.state].map((name) => name[lang]),
    rows: rows.map((row) => reportCells(row, lang)),
    done: doneOf(portal, { imported: W.imported }),
    paging: pagingOf(c, { path: PATH, nextCursor }),
    links: [
      ...(rows.length === 0 ? [] : [{ href: newPath({ like: 'last' }), text: W.likeLast[lang] }]),
      { href: `${PATH}/list`, text: W.import[lang] },
      { href: PLAN_PATH, text: W.plan[lang] },
      { href: THROUGH_PATH, text: W.through[lang] },
    ],
  })
}

function reportCells(row: PurchaseReportItem, lang: Language): TableCell[] {
  return [
    { text: periodName(row)[lang], href: reportPath(row.id) },
    { text: formatNumber(row.codes, lang) },
    { text: kgText(row.boughtKg, lang) },
    { text: kgText(row.soldKg, lang) },
    { text: stateText(row, lang) },
  ]
}

async function showOfPlace(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const onlyFlagged = c.req.query('view') === 'flagged'
  const { rows, nextCursor } = await readLines(ctx, {
    ...{ onlyFlagged, limit: PAGE_SIZE, cursor: c.req.query('cursor') ?? null },
    days: daysOfMonths(ctx, { from: '', to: '' }),
  })
  const mayWrite = mayAny(ctx.actor, 'purchases.write')
  const mayPlan = mayKeepPeriods(ctx)
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: mayWrite ? { href: newPath({}), text: W.addFor[lang] } : null,
    title: W.title[lang],
    lead: W.leadOffice[lang],
    empty: W.emptyOffice[lang],
    columns: [F.period, F.code, F.crop, W.bought, W.sold, W.flags].map((name) => name[lang]),
    rows: rows.map((row) => placeCells(row, lang)),
    done: doneOf(portal, { imported: W.imported }),
    filters: [
      { href: PATH, text: W.all[lang], current: !onlyFlagged },
      { href: `${PATH}?view=flagged`, text: W.onlyFlagged[lang], current: onlyFlagged },
    ],
    paging: pagingOf(c, { path: PATH, kept: ['view'], nextCursor }),
    links: [
      { href: TOTALS_PATH, text: W.totals[lang] },
      { href: MISSING_PATH, text: W.missing[lang] },
      ...(mayPlan ? [{ href: PERIODS_PATH, text: W.periods[lang] }] : []),
      ...(mayWrite ? [{ href: `${PATH}/list`, text: W.import[lang] }] : []),
      ...(['xlsx', 'csv'] as const).map((format) => ({
        href: `${PATH}/export?format=${format}`,
        text: (format === 'xlsx' ? W.exportXlsx : W.exportCsv)[lang],
        download: true,
      })),
    ],
  })
}

function placeCells(row: PurchaseLineItem, lang: Language): TableCell[] {
  return [
    { text: periodName(row)[lang], href: reportPath(row.reportId), small: row.reporter },
    { text: row.code, code: true, small: row.communeName },
    { text: row.cropName },
    { text: kgText(row.boughtKg, lang) },
    { text: kgText(row.soldKg, lang), small: destinationText(row, lang) },
    { text: flagText(row, lang), small: disputeText(row, lang) },
  ]
}
