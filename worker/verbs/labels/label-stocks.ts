import { type LabelStockRow, listLabelStocks } from '../../../db/queries/label-stocks.ts'
import { STOCKS, type Stock } from '../../lib/print/index.ts'
import { stockOfRow } from '../../resources/label-stock.ts'
import type { Reading } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'

const MOST = 100

/** A stock with what its owner calls it; null for one that is sold everywhere. */
export type NamedStock = { readonly stock: Stock; readonly name: string | null }

/** What needs no organisation to be known. */
export const SOLD_EVERYWHERE: readonly NamedStock[] = STOCKS.map((stock) => ({ stock, name: null }))

/** Label stock an organisation may choose: what is sold everywhere, then its own sizes. */
export async function labelStocks(ctx: Reading, organisationId: string): Promise<NamedStock[]> {
  const own = await ownStocks(ctx, organisationId)
  return [...SOLD_EVERYWHERE, ...own.map((row) => ({ stock: stockOfRow(row), name: row.name }))]
}

/** The sizes an organisation saved. */
export function ownStocks(ctx: Reading, organisationId: string): Promise<LabelStockRow[]> {
  requirePermission(ctx, 'labels.issue', { organisationId, place: null })
  return listLabelStocks(ctx.db, { organisationId, limit: MOST })
}
