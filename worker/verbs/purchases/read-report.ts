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
import type { Permission, Target } from '../../domain/access/permissions.ts'
import type { Days } from '../../domain/purchases/periods.ts'
import type { Reading } from '../context.ts'
import { decodeCursor, pageOf } from '../documents/list-cursor.ts'
import { boundsOf, mayDo, requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

/** A report is its reporter's, and of the place where that is. */
export function targetOfReport(
  row: Pick<PurchaseReportItem, 'organisationId' | 'provinceCode' | 'communeCode'>,
): Target {
  const { organisationId, provinceCode, communeCode } = row
  return { organisationId, place: { provinceCode, communeCode } }
}

/** A line is also of the place where its code lies: its officers read it, whoever reports. */
function targetOfLine(row: PurchaseLineItem): Target {
  const { provinceCode, communeCode } = row
  return { organisationId: null, place: { provinceCode, communeCode } }
}

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
  if (mayDo(ctx.actor, to, targetOfReport(row))) return { row, lines }
  const seen = lines.filter((line) => mayDo(ctx.actor, to, targetOfLine(line)))
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

type Page = { readonly cursor: string | null; readonly limit: number }

function afterOf(cursor: string | null) {
  if (cursor === null) return null
  const [toOn = '', id = ''] = decodeCursor(cursor, 2)
  return { toOn, id }
}

const keysOf = ({ toOn, id }: { toOn: string; id: string }) => [toOn, id]

/** What an organisation reported, the latest period first. */
export async function readReportsOf(
  ctx: Reading,
  asked: Page & { readonly organisationId: string },
) {
  const { organisationId, cursor, limit } = asked
  boundsOf(ctx, 'purchases.read')
  const after = afterOf(cursor)
  const rows = await listOwnReports(ctx.db, { organisationId, after, limit: limit + 1 })
  const seen = rows.filter((row) => mayDo(ctx.actor, 'purchases.read', targetOfReport(row)))
  return pageOf(seen, { limit, keysOf })
}

/** Lines about growing areas in the actor's place, of periods that end on some days, the latest first. */
export async function readLines(
  ctx: Reading,
  asked: Page & { readonly days: Days; readonly onlyFlagged: boolean },
) {
  const { cursor, limit, days, onlyFlagged } = asked
  const bounds = boundsOf(ctx, 'purchases.read')
  const after = afterOf(cursor)
  const rows = await listLines(ctx.db, { bounds, days, onlyFlagged, after, limit: limit + 1 })
  return pageOf(rows, { limit, keysOf })
}
