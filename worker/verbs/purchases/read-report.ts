import {
  listLines,
  listOwnReports,
  listVersions,
  type PurchaseLineItem,
  type PurchaseReportItem,
  readLinesOf,
  readPurchaseReport,
} from '../../../db/queries/purchase-reports.ts'
import { PURCHASE_COPY as W } from '../../copy/portal/purchase.ts'
import type { Permission } from '../../domain/access/permissions.ts'
import type { Days } from '../../domain/purchases/periods.ts'
import { targetOf, targetOfPlace } from '../codes/target-of.ts'
import type { Reading } from '../context.ts'
import { listPage, type PageAsked } from '../documents/list-page.ts'
import { boundsOf, mayDo, requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

export type OpenedReport = {
  readonly row: PurchaseReportItem
  /** Those the actor may see. */
  readonly lines: readonly PurchaseLineItem[]
}

/** A version with its lines; any that the actor may not do it to is simply not there. */
export async function openReport(ctx: Reading, id: string, to: Permission): Promise<OpenedReport> {
  requireAny(ctx, to)
  const row = await readPurchaseReport(ctx.db, id)
  if (row === null) throw notFound(W.noun)
  const lines = await readLinesOf(ctx.db, id)
  // A report is its reporter's, and of the place where that is.
  if (mayDo(ctx.actor, to, targetOf(row))) return { row, lines }
  // A line is also of the place where its code lies: its officers read it, whoever reports.
  const seen = lines.filter((line) => mayDo(ctx.actor, to, targetOfPlace(line)))
  // Another office's report is read as far as it is about one's own place, and never changed.
  if (to !== 'purchases.read' || seen.length === 0) throw notFound(W.noun)
  return { row, lines: seen }
}

/** A version with what came before and after it. */
export async function showReport(
  ctx: Reading,
  id: string,
): Promise<OpenedReport & { readonly versions: readonly PurchaseReportItem[] }> {
  const opened = await openReport(ctx, id, 'purchases.read')
  const versions = await listVersions(ctx.db, opened.row)
  return { ...opened, versions: versions.toReversed() }
}

const ORDER = { toOn: 'text', id: 'text' } as const

/** What an organisation reported, the latest period first. */
export async function readReportsOf(
  ctx: Reading,
  asked: PageAsked & { readonly organisationId: string },
) {
  const { organisationId } = asked
  boundsOf(ctx, 'purchases.read')
  return listPage(asked, ORDER, async (page) => {
    const rows = await listOwnReports(ctx.db, { organisationId, ...page })
    return rows.filter((row) => mayDo(ctx.actor, 'purchases.read', targetOf(row)))
  })
}

/** Lines about growing areas in the actor's place, of periods that end on some days, the latest first. */
export async function readLines(
  ctx: Reading,
  asked: PageAsked & { readonly days: Days; readonly onlyFlagged: boolean },
) {
  const { days, onlyFlagged } = asked
  const bounds = boundsOf(ctx, 'purchases.read')
  return listPage(asked, ORDER, (page) => listLines(ctx.db, { bounds, days, onlyFlagged, ...page }))
}
