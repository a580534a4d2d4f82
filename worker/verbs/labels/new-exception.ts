import { MAX_EXCEPTIONS_PER_BATCH } from '../../../db/queries/batch-facts.ts'
import {
  type ExceptionRow,
  hasRoomForException,
  insertException,
} from '../../../db/queries/exceptions.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { LABEL_REFUSALS } from '../../copy/refusals/labels.ts'
import { hasPlace } from '../../domain/access/grants.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { Guard } from '../change.ts'
import { type Actor, actorText, type VerbContext } from '../context.ts'
import { conflict } from '../guard/refusals.ts'

/** Whole batch, from today, without papers or public words, unless told otherwise. */
type Given = Pick<ExceptionRow, 'id' | 'kind' | 'batchId' | 'reason'> & Partial<ExceptionRow>

/** A row that says what is wrong with labels; rows are only added. */
export function newException(ctx: VerbContext, given: Given): Statement {
  return insertException(ctx.db, {
    runId: null,
    fromSerial: null,
    toSerial: null,
    effectiveOn: vietnamDateOf(ctx.now()),
    documentNo: null,
    wording: null,
    amendsId: null,
    withdrawn: false,
    authority: authorityIn(ctx.actor),
    ...given,
    recordedAt: ctx.now(),
    actor: actorText(ctx.actor),
  })
}

/** Whoever answers for a place speaks for their authority; its word is not for others to take back. */
function authorityIn(actor: Actor): string | null {
  const speaks = actor.kind === 'user' && hasPlace(actor.role)
  return speaks ? actor.organisationName : null
}

/** A scan reads all exceptions of a batch, so their number has a bound. */
export function roomForException(batch: { readonly id: string; readonly ref: string }): Guard {
  const { id, ref } = batch
  const most = MAX_EXCEPTIONS_PER_BATCH
  return {
    holds: hasRoomForException(id),
    refusal: () => conflict(LABEL_REFUSALS.tooManyExceptions, { ref, most }),
  }
}
