import { eq } from 'drizzle-orm'
import * as z from 'zod'
import { readOrganisation } from '../../../db/queries/organisations.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { organisation } from '../../../db/schema/index.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import { rebuildDocumentsFor } from '../batches/rebuild-documents.ts'
import type { VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { calendarDateField, lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { notFound } from '../guard/refusals.ts'

const schema = z.object({
  organisationId: z.string(),
  /** Null lifts the suspension. */
  suspendedOn: calendarDateField.nullable(),
  reason: lineField(500),
})

/** Suspends a producer from a day, or lifts its suspension; labels of its goods say so from then on. */
export async function suspendOrganisation({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: z.input<typeof schema>
}): Promise<void> {
  requireAny(ctx, 'organisations.write')
  const { organisationId, suspendedOn, reason } = parseInput(schema, input)
  const before = await readOrganisation(ctx.db, organisationId)
  if (before === null) throw notFound({ vi: 'tổ chức này', en: 'organisation', zh: '该组织' })
  await runBatch(ctx.db, [
    ctx.db.update(organisation).set({ suspendedOn }).where(eq(organisation.id, organisationId)),
    auditStatement(ctx, {
      action: suspendedOn === null ? 'organisation.restore' : 'organisation.suspend',
      entity: 'organisation',
      entityId: organisationId,
      before: { suspendedOn: before.suspendedOn },
      after: { suspendedOn },
      reason,
    }),
  ])
  await rebuildDocumentsFor(ctx, { organisationIds: [organisationId] })
}
