import * as z from 'zod'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { labTest } from '../../../db/schema/index.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import type { VerbContext } from '../context.ts'
import { requireScope } from '../guard/authorise.ts'
import { calendarDateField, lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { loadBatch } from './load-batch.ts'
import { rebuildDocumentsFor } from './rebuild-documents.ts'

const schema = z.object({
  ref: z.string(),
  analyte: lineField(100),
  result: lineField(100),
  resultLimit: lineField(100).nullish(),
  laboratory: lineField(200).nullish(),
  sampledOn: calendarDateField.nullish(),
  passed: z.boolean().nullish(),
})

/** Adds a laboratory result; a sealed batch takes them too, since they come later than its labels. */
export async function addLabTest({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: z.input<typeof schema>
}): Promise<{ id: string }> {
  requireScope(ctx, 'batches:write')
  const { ref, ...fields } = parseInput(schema, input)
  const batch = await loadBatch(ctx, ref)
  const id = ctx.newId()
  await runBatch(ctx.db, [
    ctx.db.insert(labTest).values({ ...fields, id, batchId: batch.id, createdAt: ctx.now() }),
    auditStatement(ctx, {
      action: 'batch.test',
      entity: 'lab_test',
      entityId: id,
      after: { ref, ...fields },
    }),
  ])
  await rebuildDocumentsFor(ctx, { batchIds: [batch.id] })
  return { id }
}
