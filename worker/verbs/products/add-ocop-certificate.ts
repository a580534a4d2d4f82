import * as z from 'zod'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { ocopCertificate } from '../../../db/schema/index.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import { rebuildDocumentsFor } from '../batches/rebuild-documents.ts'
import type { VerbContext } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'
import { calendarDateField, lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { loadProduct } from './load-product.ts'

export const addOcopCertificateInput = z
  .object({
    productId: z.string(),
    /** Certificates are given from three stars (Decision 148/QĐ-TTg 2023). */
    stars: z
      .int()
      .min(3, 'Chứng nhận OCOP có 3, 4 hoặc 5 sao.')
      .max(5, 'Chứng nhận OCOP có 3, 4 hoặc 5 sao.'),
    certificateNo: lineField(100),
    issuedBy: lineField(200).nullish(),
    issuedOn: calendarDateField,
    expiresOn: calendarDateField,
  })
  .refine((input) => input.issuedOn <= input.expiresOn, {
    message: 'Ngày hết hạn phải sau ngày cấp.',
    path: ['expiresOn'],
  })

/** Records an OCOP rating of a product. Operators only: a producer does not rate itself. */
export async function addOcopCertificate({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: z.input<typeof addOcopCertificateInput>
}): Promise<{ id: string }> {
  requirePermission(ctx, 'certificates.write')
  const fields = parseInput(addOcopCertificateInput, input)
  await loadProduct(ctx, fields.productId)
  const id = ctx.newId()
  await runBatch(ctx.db, [
    ctx.db.insert(ocopCertificate).values({ ...fields, id, createdAt: ctx.now() }),
    auditStatement(ctx, {
      action: 'ocop.add',
      entity: 'ocop_certificate',
      entityId: id,
      after: fields,
    }),
  ])
  await rebuildDocumentsFor(ctx, { productIds: [fields.productId] })
  return { id }
}
