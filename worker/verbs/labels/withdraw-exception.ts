import * as z from 'zod'
import { readBatch } from '../../../db/queries/batches.ts'
import {
  type ExceptionRow,
  hasRoomForException,
  insertException,
  isUnamended,
  readException,
} from '../../../db/queries/exceptions.ts'
import { guardStatement, isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { vietnamDateOf } from '../../domain/time/vietnam-date-of.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import { actorText, type VerbContext } from '../context.ts'
import { mayTouch, requireScope } from '../guard/authorise.ts'
import { lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict, notFound } from '../guard/refusals.ts'
import { runDeed } from '../guard/run-deed.ts'

const schema = z.object({ exceptionId: z.string(), reason: lineField(500) })

/**
 * Takes back an exception by a new row that points at it. A recall needs the right to recall; the
 * annulment of a batch stands for ever.
 */
export async function withdrawException({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: z.input<typeof schema>
}): Promise<{ id: string }> {
  const { exceptionId, reason } = parseInput(schema, input)
  const row = await readException(ctx.db, exceptionId)
  const batch = row === null ? null : await readBatch(ctx.db, row.batchId)
  if (row === null || batch === null || !mayTouch(ctx.actor, batch.organisationId)) {
    throw notFound({
      vi: `ghi nhận ${exceptionId}`,
      en: `exception ${exceptionId}`,
      zh: `记录 ${exceptionId}`,
    })
  }
  requireScope(ctx, row.runId === null && row.kind === 'recalled' ? 'recalls:write' : 'labels:void')
  if (row.runId === null && row.kind === 'void') throw annulmentStands(batch.ref)
  if (row.withdrawn) throw alreadyWithdrawn()
  const id = ctx.newId()
  try {
    await runDeed(ctx, withdrawalStatements(ctx, { row, id, reason }), { id })
  } catch (error) {
    throw isGuardRefusal(error) ? alreadyWithdrawn() : error
  }
  return { id }
}

/** The row that takes an exception back, guarded so that it is taken back once. */
export function withdrawalStatements(
  ctx: VerbContext,
  { row, id, reason }: { row: ExceptionRow; id: string; reason: string },
): Statement[] {
  return [
    guardStatement(ctx.db, isUnamended(row.id, row.batchId)),
    guardStatement(ctx.db, hasRoomForException(row.batchId)),
    insertException(ctx.db, {
      ...row,
      id,
      effectiveOn: vietnamDateOf(ctx.now()),
      recordedAt: ctx.now(),
      reason,
      wording: null,
      amendsId: row.id,
      withdrawn: true,
      actor: actorText(ctx.actor),
    }),
    auditStatement(ctx, {
      action: 'exception.withdraw',
      entity: 'label_exception',
      entityId: id,
      after: { amends: row.id, kind: row.kind },
      reason,
    }),
  ]
}

function annulmentStands(ref: string) {
  return conflict({
    vi: `Lô ${ref} đã huỷ; việc huỷ lô không rút lại được, hãy tạo lô mới.`,
    en: `Batch ${ref} is annulled for good; make a new batch.`,
    zh: `批次 ${ref} 已作废，不可恢复；请新建批次。`,
  })
}

function alreadyWithdrawn() {
  return conflict({
    vi: 'Ghi nhận này đã được rút lại rồi.',
    en: 'The exception is already withdrawn.',
    zh: '该记录已撤回。',
  })
}
