import { readOrganisation } from '../../../db/queries/organisations.ts'
import { listCategoryIds } from '../../../db/queries/products.ts'
import { fillAll } from '../../copy/fill.ts'
import { PRODUCT_COPY as W } from '../../copy/portal/product.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { VerbContext } from '../context.ts'
import { mayDo } from '../guard/authorise.ts'
import { invalidInput } from '../guard/parse-input.ts'
import { conflict, notFound } from '../guard/refusals.ts'
import type { RecordRules } from '../records/save-record.ts'

/** What a product's own rules need the database for. */
export const PRODUCT_RULES: RecordRules = {
  complete: async (ctx, { values }) => {
    const { organisationId, categoryId } = values
    const owner = await readOrganisation(ctx.db, String(organisationId))
    const target = { organisationId: String(organisationId), place: null }
    if (owner === null || !mayDo(ctx.actor, 'batches.write', target)) {
      throw notFound(THINGS.organisation)
    }
    if (typeof categoryId === 'string') await checkCategory(ctx, categoryId)
    return {}
  },
  taken: () => conflict(W.taken),
}

async function checkCategory(ctx: VerbContext, categoryId: string): Promise<void> {
  const ids = await listCategoryIds(ctx.db)
  if (ids.includes(categoryId)) return
  const text = fillAll(W.noCategory, { known: ids.join(', ') })
  throw invalidInput([{ path: 'categoryId', text }])
}
