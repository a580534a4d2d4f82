import { MOST_STOCK_ROWS, readStockRows, type StockAsked } from '../../../db/queries/diary-stock.ts'
import { readOrganisation } from '../../../db/queries/organisations.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { STOCK_KINDS, stockEntry } from '../../domain/stock/stock-entry.ts'
import { type StockItem, stockOf } from '../../domain/stock/stock-of.ts'
import { addMonths } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { targetOfOrganisation } from '../codes/target-of.ts'
import type { DatedReading, Reading } from '../context.ts'
import { mayDo, requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'
import { openSite } from '../sites/open-site.ts'

/** Inputs keep two or three years; what was bought before is used up or no good. */
const MONTHS_BACK = 36

export type Stock = {
  readonly of: { readonly id: string; readonly name: string }
  readonly siteId: string | null
  readonly since: string
  readonly items: readonly StockItem[]
  /** Where the use or purchase was entered, by entry. */
  readonly places: ReadonlyMap<string, string>
  /** True where there were more entries than are reckoned with. */
  readonly isCut: boolean
  readonly most: number
}

/**
 * The stock of inputs of a site, or of all sites of an organisation, by what their diaries say of the
 * last three years. `not_found` for one whose diary the actor may not read.
 */
export async function readStock(
  ctx: DatedReading,
  asked: { readonly siteId: string | null; readonly organisationId: string },
): Promise<Stock> {
  requireAny(ctx, 'diary.read')
  const { scope, named } = await scopeOf(ctx, asked)
  const since = addMonths(vietnamDateOf(ctx.now()), -MONTHS_BACK)
  const rows = await readStockRows(ctx.db, { of: scope, kinds: STOCK_KINDS, since })
  return {
    of: named,
    siteId: asked.siteId,
    since,
    items: stockOf(rows.flatMap((row) => stockEntry(row) ?? [])),
    places: new Map(rows.map(({ id, siteName }) => [id, siteName])),
    isCut: rows.length >= MOST_STOCK_ROWS,
    most: MOST_STOCK_ROWS,
  }
}

async function scopeOf(
  ctx: Reading,
  asked: { readonly siteId: string | null; readonly organisationId: string },
): Promise<{ readonly scope: StockAsked['of']; readonly named: Stock['of'] }> {
  if (asked.siteId !== null) {
    const { id, name } = await openSite(ctx, asked.siteId)
    return { scope: { siteId: id }, named: { id, name } }
  }
  const organisation = await readOrganisation(ctx.db, asked.organisationId)
  const isTheirs =
    organisation !== null && mayDo(ctx.actor, 'diary.read', targetOfOrganisation(organisation))
  if (!isTheirs) throw notFound(THINGS.organisation)
  const { id, name } = organisation
  return { scope: { organisationId: id }, named: { id, name } }
}
