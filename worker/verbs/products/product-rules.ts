import { readOrganisation } from '../../../db/queries/organisations.ts'
import { listCategoryIds, readSameProduct } from '../../../db/queries/products.ts'
import type { Row } from '../../../db/queries/records.ts'
import { fillAll } from '../../copy/fill.ts'
import { PRODUCT_COPY as W } from '../../copy/portal/product.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { VerbContext } from '../context.ts'
import type { Problem } from '../errors.ts'
import { mayDo } from '../guard/authorise.ts'
import { invalidField } from '../guard/parse-input.ts'
import { alreadyExists, conflict, notFound } from '../guard/refusals.ts'
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
  taken: nameOrGtinTaken,
}

/** Names the product that is there, unless it is another organisation's. */
async function nameOrGtinTaken(ctx: VerbContext, row: Row): Promise<Problem> {
  const gtin = row['gtin']
  const found = await readSameProduct(ctx.db, {
    id: String(row['id']),
    organisationId: String(row['organisationId']),
    nameFolded: String(row['nameFolded']),
    gtin: typeof gtin === 'string' ? gtin : null,
  })
  if (found === null) return conflict(W.taken)
  const { id, organisationId, name } = found
  if (!mayDo(ctx.actor, 'batches.write', { organisationId, place: null })) return conflict(W.taken)
  return alreadyExists({
    text: fillAll(W.takenBy, { name }),
    existing: { id, href: `/api/v1/products/${id}` },
  })
}

async function checkCategory(ctx: VerbContext, categoryId: string): Promise<void> {
  const ids = await listCategoryIds(ctx.db)
  if (ids.includes(categoryId)) return
  throw invalidField('categoryId', fillAll(W.noCategory, { known: ids.join(', ') }))
}
