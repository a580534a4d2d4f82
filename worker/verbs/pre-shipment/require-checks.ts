import type { SQL } from 'drizzle-orm'
import type { BatchRow } from '../../../db/queries/batches.ts'
import { isAsRead } from '../../../db/queries/is-as-read.ts'
import { checksVersion, insertRelease } from '../../../db/queries/pre-shipment.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { fillAll } from '../../copy/fill.ts'
import { CHECK_REFUSALS } from '../../copy/portal/pre-shipment.ts'
import type { Told } from '../batches/told.ts'
import type { DatedLookup } from '../context.ts'
import { Problem } from '../errors.ts'
import { checkList, checkSentence } from './check-text.ts'
import { openChecksOf } from './checks-of-batch.ts'

/** What the checks of a batch let through: what to hold, keep, tell and log when its labels are made. */
export type Cleared = {
  readonly holds: readonly SQL[]
  readonly statements: readonly Statement[]
  readonly warnings: readonly Told[]
  /** Checks that an officer let through, by their keys. */
  readonly allowed: readonly string[]
}

/**
 * Refuses to release a batch while a check that its market asks for is not there, not passed or too
 * old; every way to labels leads through here. One that is released already is asked nothing more.
 */
export async function requireChecks(
  ctx: DatedLookup,
  batch: Pick<BatchRow, 'id' | 'ref' | 'sealedAt'>,
): Promise<Cleared> {
  if (batch.sealedAt !== null) return { holds: [], statements: [], warnings: [], allowed: [] }
  const { checks, version } = await openChecksOf(ctx, batch.id)
  const blocking = checks.filter(({ blocks }) => blocks)
  if (blocking.length > 0) {
    throw new Problem({
      code: 'checks_open',
      text: fillAll(CHECK_REFUSALS.open, { ref: batch.ref, list: checkList(blocking) }),
      errors: blocking.map((check) => ({
        path: `checks.${check.key}`,
        text: checkSentence(check, 'one'),
      })),
    })
  }
  const { id: batchId } = batch
  return {
    holds: [isAsRead(checksVersion(batchId), version)],
    statements:
      checks.length === 0
        ? []
        : [insertRelease(ctx.db, { batchId, checks, releasedAt: ctx.now() })],
    warnings: checks
      .filter(({ isDoubtful, state }) => isDoubtful && state !== 'passed')
      .map((check) => ({
        code: 'check_doubtful',
        figures: { check: check.key, state: check.state },
        text: checkSentence(check, 'told'),
      })),
    allowed: checks.flatMap(({ key, allowance }) => (allowance === null ? [] : [key])),
  }
}
