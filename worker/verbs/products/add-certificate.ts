import * as z from 'zod'
import { readOrganisation } from '../../../db/queries/organisations.ts'
import { certificate } from '../../../db/schema/index.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { change } from '../change.ts'
import { targetOfOrganisation } from '../codes/target-of.ts'
import type { VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { calendarDateField, lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { notFound } from '../guard/refusals.ts'
import { productOf } from './load-product.ts'

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

/** Records a standard or food-safety certificate of a producer, who does not certify itself. */
export async function addCertificate({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: z.input<typeof addCertificateInput>
}): Promise<{ id: string }> {
  requireAny(ctx, 'certificates.write')
  const fields = parseInput(addCertificateInput, input)
  const holder = await readOrganisation(ctx.db, fields.organisationId)
  if (holder === null) throw notFound(THINGS.organisation)
  if (fields.productId != null) await productOf(ctx.db, fields.productId)
  const id = ctx.newId()
  await change(ctx, {
    may: 'certificates.write',
    target: targetOfOrganisation(holder),
    statements: [ctx.db.insert(certificate).values({ ...fields, id, createdAt: ctx.now() })],
    audit: [{ action: 'certificate.add', entity: 'certificate', entityId: id, after: fields }],
    touches: { organisationIds: [holder.id] },
  })
  return { id }
}
