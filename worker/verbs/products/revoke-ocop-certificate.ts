import { eq } from 'drizzle-orm'
import * as z from 'zod'
import { ocopCertificate } from '../../../db/schema/index.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { change } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { calendarDateField, lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { notFound } from '../guard/refusals.ts'
import { productOf } from './load-product.ts'

const schema = z.object({ id: z.string(), revokedOn: calendarDateField, reason: lineField(500) })

/** Takes an OCOP rating away from a day on; goods packed before keep it as won then. */
export async function revokeOcopCertificate({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: z.input<typeof schema>
}): Promise<void> {
  requireAny(ctx, 'certificates.write')
  const { id, revokedOn, reason } = parseInput(schema, input)
  const [row] = await ctx.db
    .select()
    .from(ocopCertificate)
    .where(eq(ocopCertificate.id, id))
    .limit(1)
  if (row === undefined) throw notFound(THINGS.ocopCertificate)
  const { target } = await productOf(ctx.db, row.productId)
  await change(ctx, {
    may: 'certificates.write',
    target,
    statements: [
      ctx.db.update(ocopCertificate).set({ revokedOn }).where(eq(ocopCertificate.id, id)),
    ],
    audit: [
      {
        action: 'ocop.revoke',
        entity: 'ocop_certificate',
        entityId: id,
        before: { revokedOn: row.revokedOn },
        after: { revokedOn },
        reason,
      },
    ],
    touches: { productIds: [row.productId] },
  })
}
