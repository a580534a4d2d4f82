import { listRules, searchProducts } from '../../../db/queries/protection.ts'
import type { PermittedProduct } from '../../domain/protection/types.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DatedReading, Reading } from '../context.ts'
import { listPage, type Page, type PageAsked } from '../documents/list-page.ts'
import { requireAny, requirePermission } from '../guard/authorise.ts'

const MOST_WORDS = 6
const MOST_RULES = 1_000

/** Products permitted today whose name or ingredient holds all words of a question, by name. */
export async function searchProtection(
  ctx: DatedReading,
  asked: PageAsked & { readonly q: string },
): Promise<Page<PermittedProduct>> {
  requireAny(ctx, 'portal.use')
  const words = foldVietnamese(asked.q)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
  return listPage(asked, { nameFolded: 'text', id: 'text' }, (page) =>
    searchProducts(ctx.db, { words, on: vietnamDateOf(ctx.now()), ...page }),
  )
}

/** Ingredients that markets ban or limit, by market. */
export function listSubstanceRules(ctx: Reading) {
  requirePermission(ctx, 'protection.write', null)
  return listRules(ctx.db, MOST_RULES)
}
