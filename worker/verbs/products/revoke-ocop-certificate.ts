import { eq } from 'drizzle-orm'
import * as z from 'zod'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { ocopCertificate } from '../../../db/schema/index.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import { rebuildDocumentsFor } from '../batches/rebuild-documents.ts'
import type { VerbContext } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'
import { calendarDateField, lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { notFound } from '../guard/refusals.ts'

const schema = z.object({ id: z.string(), revokedOn: calendarDateField, reason: lineField(500) })

/** Takes an OCOP rating away from a day on; goods packed before keep it as won then. */
export async function revokeOcopCertificate({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: z.input<typeof schema>
}): Promise<void> {
  requirePermission(ctx, 'certificates.write')
  const { id, revokedOn, reason } = parseInput(schema, input)
  const [row] = await ctx.db
    .select()
    .from(ocopCertificate)
    .where(eq(ocopCertificate.id, id))
    .limit(1)
  if (row === undefined)
    throw notFound({ vi: 'chứng nhận OCOP này', en: 'OCOP certificate', zh: '该 OCOP 证书' })
  await runBatch(ctx.db, [
    ctx.db.update(ocopCertificate).set({ revokedOn }).where(eq(ocopCertificate.id, id)),
    auditStatement(ctx, {
      action: 'ocop.revoke',
      entity: 'ocop_certificate',
      entityId: id,
      before: { revokedOn: row.revokedOn },
      after: { revokedOn },
      reason,
    }),
  ])
  await rebuildDocumentsFor(ctx, { productIds: [row.productId] })
}
