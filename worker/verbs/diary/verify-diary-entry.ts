import * as z from 'zod'
import { findDiaryEntries } from '../../../db/queries/diary-imports.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { markDocumentsStale } from '../../../db/queries/stale-documents.ts'
import { diaryVerification } from '../../../db/schema/index.ts'
import { vietnamDateOf } from '../../domain/time/vietnam-date-of.ts'
import { ROLES } from '../../domain/words/names.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import type { VerbContext } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'
import { calendarDateField, lineField } from '../guard/fields.ts'
import { invalidInput, parseInput } from '../guard/parse-input.ts'
import { notFound } from '../guard/refusals.ts'
import { rebuildMarkedDocuments } from './rebuild-marked-documents.ts'

const schema = z.object({
  diaryEventId: z.string(),
  verifiedByRole: z.string().refine((role) => Object.hasOwn(ROLES, role), {
    message: `Vai trò là một trong: ${Object.keys(ROLES).join(', ')}.`,
  }),
  /** The body that checked; a person stands as their role on public pages. */
  verifiedByName: lineField(200),
  verifiedOn: calendarDateField,
})

/**
 * Records that somebody else checked a diary entry, not before it was done and not in the future.
 * Operators only: a producer does not verify itself.
 */
export async function verifyDiaryEntry({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: z.input<typeof schema>
}): Promise<{ id: string }> {
  requirePermission(ctx, 'diary.verify')
  const fields = parseInput(schema, input)
  const [entry] = await findDiaryEntries(ctx.db, { id: fields.diaryEventId })
  if (entry === undefined) {
    throw notFound({ vi: 'dòng nhật ký này', en: 'diary entry', zh: '该日志记录' })
  }
  const message = 'Ngày kiểm tra phải từ ngày làm việc đến hôm nay.'
  if (fields.verifiedOn < entry.occurredOn || fields.verifiedOn > vietnamDateOf(ctx.now())) {
    throw invalidInput([{ path: 'verifiedOn', message }])
  }
  const id = ctx.newId()
  const batchIds = entry.batchId === null ? [] : [entry.batchId]
  await runBatch(ctx.db, [
    ctx.db.insert(diaryVerification).values({ ...fields, id, recordedAt: ctx.now() }),
    markDocumentsStale(ctx.db, { siteIds: [entry.siteId], batchIds }),
    auditStatement(ctx, {
      action: 'diary.verify',
      entity: 'diary_event',
      entityId: entry.id,
      after: fields,
    }),
  ])
  await rebuildMarkedDocuments(ctx)
  return { id }
}
