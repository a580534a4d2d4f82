import * as z from 'zod'
import type { BatchRow } from '../../../db/queries/batches.ts'
import {
  type ExceptionRow,
  isUnamended,
  listAllExceptions,
  readException,
} from '../../../db/queries/exceptions.ts'
import { fillAll } from '../../copy/fill.ts'
import { CASE_REFUSALS } from '../../copy/refusals/cases.ts'
import { LABEL_REFUSALS } from '../../copy/refusals/labels.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { hasPlace } from '../../domain/access/grants.ts'
import { readBatchTo, targetOfBatch } from '../batches/load-batch.ts'
import { change, doneAlready } from '../change.ts'
import type { Call, VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict, notFound } from '../guard/refusals.ts'
import { newException, roomForException } from './new-exception.ts'

const schema = z.object({ exceptionId: z.string(), reason: lineField(500) })

/**
 * Takes back an exception by a new row that points at it. A recall needs the right to recall; the
 * annulment of a batch stands for ever.
 */
export async function withdrawException({
  ctx,
  input,
}: Call<z.input<typeof schema>>): Promise<{ id: string }> {
  const { exceptionId, reason } = parseInput(schema, input)
  const row = await readException(ctx.db, exceptionId)
  const isRecall = row !== null && row.runId === null && row.kind === 'recalled'
  const to = isRecall ? 'recalls.write' : 'labels.void'
  requireAny(ctx, to)
  const batch = row === null ? null : await readBatchTo(ctx, row.batchId, to)
  if (row === null || batch === null) throw notFound(fillAll(THINGS.exception, { id: exceptionId }))
  if (row.runId === null && row.kind === 'void') throw annulmentStands(batch.ref)
  if (row.withdrawn) throw alreadyWithdrawn()
  const target = await targetOfBatch(ctx, { batch, to })
  const before = (await listAllExceptions(ctx.db, batch.id)).find((b) => b.amendsId === row.id)
  if (before?.withdrawn && before.reason === reason) {
    // The same again is answered with what it wrote.
    return doneAlready(ctx, { may: to, target, receipt: { id: before.id } })
  }
  const { id, guards, statement, audit } = withdrawal(ctx, { row, batch, reason })
  return change(ctx, {
    may: to,
    target,
    guards,
    statements: [statement],
    audit,
    receipt: { id },
  })
}

/** What takes an exception back, guarded so that it is taken back once. */
export function withdrawal(
  ctx: VerbContext,
  { row, batch, reason }: { row: ExceptionRow; batch: BatchRow; reason: string },
) {
  requireOwnWord(ctx, row)
  const id = ctx.newId()
  const { kind, batchId, runId, fromSerial, toSerial, documentNo } = row
  return {
    id,
    guards: [
      { holds: isUnamended(row.id, batchId), refusal: alreadyWithdrawn },
      roomForException(batch),
    ],
    statement: newException(ctx, {
      id,
      kind,
      batchId,
      runId,
      fromSerial,
      toSerial,
      reason,
      documentNo,
      amendsId: row.id,
      withdrawn: true,
    }),
    audit: {
      action: 'exception.withdraw' as const,
      entityId: id,
      after: { amends: row.id, kind },
      reason,
    },
  }
}

/** What an authority said of labels only an authority takes back, never whoever printed them. */
function requireOwnWord({ actor }: VerbContext, { authority }: ExceptionRow): void {
  if (authority === null) return
  const isIssuers = actor.kind === 'token' || (actor.kind === 'user' && !hasPlace(actor.role))
  const isAdmin = actor.kind === 'user' && actor.role === 'admin'
  if (isIssuers && !isAdmin) throw conflict(fillAll(CASE_REFUSALS.voidedByAuthority, { authority }))
}

function annulmentStands(ref: string) {
  return conflict(fillAll(LABEL_REFUSALS.annulmentStands, { ref }))
}

function alreadyWithdrawn() {
  return conflict(LABEL_REFUSALS.alreadyWithdrawn)
}
