import * as z from 'zod'
import { ocopCertificate } from '../../../db/schema/index.ts'
import { PRODUCT_REFUSALS } from '../../copy/refusals/products.ts'
import { told } from '../../resources/told.ts'
import { change } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { calendarDateField, lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { productOf } from './load-product.ts'

export const addOcopCertificateInput = z
  .object({
    productId: z.string(),
    /** Certificates are given from three stars (Decision 148/QĐ-TTg 2023). */
    stars: z
      .int()
      .min(3, told(PRODUCT_REFUSALS.ocopStars))
      .max(5, told(PRODUCT_REFUSALS.ocopStars)),
    certificateNo: lineField(100),
    issuedBy: lineField(200).nullish(),
    issuedOn: calendarDateField,
    expiresOn: calendarDateField,
  })
  .refine((input) => input.issuedOn <= input.expiresOn, {
    ...told(PRODUCT_REFUSALS.ocopDays),
    path: ['expiresOn'],
  })

/** Records an OCOP rating of a product. A producer does not rate itself. */
export async function addOcopCertificate({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: z.input<typeof addOcopCertificateInput>
}): Promise<{ id: string }> {
  requireAny(ctx, 'certificates.write')
  const fields = parseInput(addOcopCertificateInput, input)
  const { product, target } = await productOf(ctx.db, fields.productId)
  const id = ctx.newId()
  await change(ctx, {
    may: 'certificates.write',
    target,
    statements: [ctx.db.insert(ocopCertificate).values({ ...fields, id, createdAt: ctx.now() })],
    audit: [{ action: 'ocop.add', entity: 'ocop_certificate', entityId: id, after: fields }],
    touches: { productIds: [product.id] },
  })
  return { id }
}
