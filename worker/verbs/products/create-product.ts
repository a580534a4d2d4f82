import * as z from 'zod'
import { readOrganisation } from '../../../db/queries/organisations.ts'
import { listCategoryIds } from '../../../db/queries/products.ts'
import { product } from '../../../db/schema/index.ts'
import { fillAll } from '../../copy/fill.ts'
import { PRODUCT_REFUSALS } from '../../copy/refusals/products.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { isPublicGtin14 } from '../../domain/label/gtin.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { told } from '../../resources/told.ts'
import { change } from '../change.ts'
import { targetOfOrganisation } from '../codes/target-of.ts'
import type { VerbContext } from '../context.ts'
import { mayDo, requireAny } from '../guard/authorise.ts'
import { lineField } from '../guard/fields.ts'
import { invalidInput, parseInput } from '../guard/parse-input.ts'
import { conflict, notFound } from '../guard/refusals.ts'

/** 8, 12, 13 or 14 digits, kept as GTIN-14 (GS1 General Specifications 3.3.2: zeros in front). */
const gtinField = z
  .string()
  .transform((text) => text.replace(/\s/g, '').padStart(14, '0'))
  .refine(isPublicGtin14, told(PRODUCT_REFUSALS.gtin))

const imageField = z.object({
  url: z
    .string()
    .max(500)
    .regex(/^(?:https:\/\/|\/)[^\s]*$/, told(PRODUCT_REFUSALS.image)),
  alt: lineField(200),
  width: z.int().positive(),
  height: z.int().positive(),
})

export const createProductInput = z.object({
  organisationId: z.string(),
  name: lineField(200),
  gtin: gtinField.nullish(),
  brand: lineField(100).nullish(),
  categoryId: z.string().nullish(),
  images: z.array(imageField).max(12).default([]),
  standards: z.array(lineField(100)).max(20).default([]),
  shelfLife: lineField(200).nullish(),
  storage: lineField(300).nullish(),
  warnings: z.array(lineField(300)).max(20).default([]),
})

/** Adds a product of an organisation. A GTIN, where there is one, belongs to one product only. */
export async function createProduct({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: z.input<typeof createProductInput>
}): Promise<{ id: string }> {
  requireAny(ctx, 'batches.write')
  const fields = parseInput(createProductInput, input)
  const owner = await readOrganisation(ctx.db, fields.organisationId)
  if (owner === null || !mayDo(ctx.actor, 'batches.write', targetOfOrganisation(owner))) {
    throw notFound(THINGS.organisation)
  }
  await checkCategory(ctx, fields.categoryId ?? null)
  const id = ctx.newId()
  const row = { ...fields, id, nameFolded: foldVietnamese(fields.name), createdAt: ctx.now() }
  const after = { name: fields.name, gtin: fields.gtin ?? null, organisationId: owner.id }
  await change(ctx, {
    may: 'batches.write',
    target: targetOfOrganisation(owner),
    statements: [ctx.db.insert(product).values(row)],
    audit: [{ action: 'product.create', entity: 'product', entityId: id, after }],
    taken: () => conflict(PRODUCT_REFUSALS.taken),
    receipt: { id },
  })
  return { id }
}

async function checkCategory(ctx: VerbContext, categoryId: string | null): Promise<void> {
  if (categoryId === null) return
  const known = await listCategoryIds(ctx.db)
  if (known.includes(categoryId)) return
  const text = fillAll(PRODUCT_REFUSALS.category, { list: known.join(', ') })
  throw invalidInput([{ path: 'categoryId', text }])
}
