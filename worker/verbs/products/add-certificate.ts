import * as z from 'zod'
import { readOrganisation } from '../../../db/queries/organisations.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { certificate } from '../../../db/schema/index.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import { rebuildDocumentsFor } from '../batches/rebuild-documents.ts'
import type { VerbContext } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'
import { calendarDateField, lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { notFound } from '../guard/refusals.ts'
import { loadProduct } from './load-product.ts'

export const addCertificateInput = z.object({
  organisationId: z.string(),
  /** Limits it to one product or one site; absent for the whole organisation. */
  productId: z.string().nullish(),
  siteId: z.string().nullish(),
  kind: lineField(50),
  number: lineField(100),
  /** With its edition, e.g. `TCVN 11892-1:2017`. */
  standard: lineField(100).nullish(),
  issuedBy: lineField(200).nullish(),
  issuedOn: calendarDateField.nullish(),
  expiresOn: calendarDateField.nullish(),
})

/** Records a standard or food-safety certificate of a producer. Operators only. */
export async function addCertificate({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: z.input<typeof addCertificateInput>
}): Promise<{ id: string }> {
  requirePermission(ctx, 'certificates.write')
  const fields = parseInput(addCertificateInput, input)
  const { organisationId } = fields
  if ((await readOrganisation(ctx.db, organisationId)) === null) {
    throw notFound({ vi: 'tổ chức này', en: 'organisation', zh: '该组织' })
  }
  if (fields.productId != null) await loadProduct(ctx, fields.productId)
  const id = ctx.newId()
  await runBatch(ctx.db, [
    ctx.db.insert(certificate).values({ ...fields, id, createdAt: ctx.now() }),
    auditStatement(ctx, {
      action: 'certificate.add',
      entity: 'certificate',
      entityId: id,
      after: fields,
    }),
  ])
  await rebuildDocumentsFor(ctx, { organisationIds: [organisationId] })
  return { id }
}
