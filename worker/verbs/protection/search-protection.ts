import { listRules, searchProducts } from '../../../db/queries/protection.ts'
import type { PermittedProduct } from '../../domain/protection/types.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DatedReading, Reading } from '../context.ts'
import { decodeCursor, pageOf } from '../documents/list-cursor.ts'
import { requireAny, requirePermission } from '../guard/authorise.ts'

const MOST_WORDS = 6
const MOST_RULES = 1_000

/** Products permitted today whose name or ingredient holds all words of a question, by name. */
export async function searchProtection(
  ctx: DatedReading,
  asked: { readonly q: string; readonly cursor: string | null; readonly limit: number },
): Promise<{ readonly rows: readonly PermittedProduct[]; readonly nextCursor: string | null }> {
  requireAny(ctx, 'portal.use')
  const { q, cursor, limit } = asked
  const [nameFolded = '', id = ''] = cursor === null ? [] : decodeCursor(cursor, 2)
  const rows = await searchProducts(ctx.db, {
    words: foldVietnamese(q)
      .split(' ')
      .filter((word) => word !== '')
      .slice(0, MOST_WORDS),
    on: vietnamDateOf(ctx.now()),
    after: cursor === null ? null : { nameFolded, id },
    limit: limit + 1,
  })
  return pageOf(rows, { limit, keysOf: (row) => [row.nameFolded, row.id] })
}

/** Ingredients that markets ban or limit, by market. */
export function listSubstanceRules(ctx: Reading) {
  requirePermission(ctx, 'protection.write', null)
  return listRules(ctx.db, MOST_RULES)
}
