import * as z from 'zod'
import { labTest } from '../../../db/schema/index.ts'
import { change } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { calendarDateField, lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { loadBatch, targetOfBatch } from './load-batch.ts'

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
  requireAny(ctx, 'batches.write')
  const { ref, ...fields } = parseInput(schema, input)
  const batch = await loadBatch(ctx, ref, 'batches.write')
  const id = ctx.newId()
  await change(ctx, {
    may: 'batches.write',
    target: await targetOfBatch(ctx, { batch, to: 'batches.write' }),
    statements: [
      ctx.db.insert(labTest).values({ ...fields, id, batchId: batch.id, createdAt: ctx.now() }),
    ],
    audit: [{ action: 'batch.test', entity: 'lab_test', entityId: id, after: { ref, ...fields } }],
    touches: { batchIds: [batch.id] },
  })
  return { id }
}
