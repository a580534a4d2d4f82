import { readBoughtProducts } from '../../../db/queries/diary-stock.ts'
import { fillAll } from '../../copy/fill.ts'
import { formatOn } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import { STOCK_COPY as W } from '../../copy/portal/stock.ts'
import type { ParsedEntry } from '../../domain/diary/entry-body.ts'
import type { EntryFinding } from '../../domain/diary/entry-fault.ts'
import { isProduct } from '../../domain/diary/is-measure.ts'
import { USED_KINDS } from '../../domain/stock/stock-entry.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { Lookup } from '../context.ts'

/**
 * Notes on an entry that nobody is on record to have bought what it used: a question, for the purchase may
 * not be entered yet. Who records no purchases at all is not asked about each use.
 */
export async function findingsOfUse(
  { db }: Lookup,
  given: {
    readonly entry: Pick<ParsedEntry, 'kind' | 'values'>
    readonly occurredOn: string
    readonly organisationId: string
  },
): Promise<readonly EntryFinding[]> {
  const { entry, occurredOn, organisationId } = given
  const { product } = entry.values
  if (!USED_KINDS.includes(entry.kind) || product === undefined || !isProduct(product)) return []
  const { names, keepsStock } = await readBoughtProducts(db, { organisationId, until: occurredOn })
  const wanted = foldVietnamese(product.name)
  if (!keepsStock || names.some((name) => foldVietnamese(name) === wanted)) return []
  const text = fillAll(W.neverBought, {
    product: product.name,
    on: inEach((lang) => formatOn(occurredOn, lang)),
  })
  return [{ code: 'never_bought', text, isConfirmed: false }]
}
