import { readBatchPlace } from '../../../db/queries/allowances.ts'
import { isNotAskedSince } from '../../../db/queries/asked-exceptions.ts'
import { listAuthorities } from '../../../db/queries/authorities.ts'
import { isUnsealed } from '../../../db/queries/batches.ts'
import { readOrganisation } from '../../../db/queries/organisations.ts'
import {
  CHECK_STATE_NAMES,
  exceptionAsked,
  CHECK_REFUSALS as R,
} from '../../copy/portal/pre-shipment.ts'
import { authoritiesOf } from '../../domain/reports/authority-of.ts'
import { CHECK_REQUEST } from '../../resources/batch-check.ts'
import { inputOf } from '../../resources/resource.ts'
import { loadBatch } from '../batches/load-batch.ts'
import { change } from '../change.ts'
import type { Call } from '../context.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { batchSealed, conflict } from '../guard/refusals.ts'
import type { Texts } from '../records/save-record.ts'
import { checkName } from './check-text.ts'
import { openChecksOf } from './checks-of-batch.ts'

/** An office is asked once a day about a batch, however often somebody presses. */
const ASKED_AGAIN_AFTER_MS = 24 * 3_600_000

/**
 * Asks the officers of the place where a batch was grown to let it go out although a check holds it
 * back: they are told, with the reason and the way to their decision. Throws `conflict` where they
 * were asked within a day, or where nobody answers for the place.
 */
export async function askException({
  ctx,
  input,
}: Call<{ readonly ref: string; readonly texts: Texts }>): Promise<{ id: string }> {
  const batch = await loadBatch(ctx, input.ref, 'batches.write')
  const { id: batchId, ref, organisationId } = batch
  if (batch.sealedAt !== null || batch.annulledAt !== null) throw batchSealed(ref)
  const { check: key, reason } = parseInput(inputOf(CHECK_REQUEST), input.texts)
  const { checks } = await openChecksOf(ctx, batchId)
  const check = checks.find((each) => each.key === key)
  if (check === undefined) throw invalidField('check', R.notAsked)
  if (!check.blocks) throw invalidField('check', R.nothingOpen)
  const [place, bodies, packer] = await Promise.all([
    readBatchPlace(ctx.db, batch),
    listAuthorities(ctx.db),
    readOrganisation(ctx.db, organisationId),
  ])
  const offices = authoritiesOf(bodies, place)
  if (offices.length === 0) throw conflict(R.nobodyAnswers)
  const told = exceptionAsked({
    ...{ ref, reason, packer: packer?.name ?? ref },
    ...{ check: checkName(check), state: CHECK_STATE_NAMES[check.state] },
  })
  return change(ctx, {
    may: 'batches.write',
    target: { organisationId, place: null },
    guards: [
      { holds: isUnsealed(batchId), refusal: () => batchSealed(ref) },
      {
        holds: isNotAskedSince({ batchId, at: ctx.now() - ASKED_AGAIN_AFTER_MS }),
        refusal: () => conflict(R.askedLately),
      },
    ],
    audit: {
      action: 'batch.check.ask',
      entityId: batchId,
      after: { ref, check: key, state: check.state },
      reason,
    },
    tell: offices.map((office) => ({
      ...{ organisationId: office.id, kind: 'batch' as const, ...told },
      href: `/portal/batches/${ref}/checks/allow` as const,
    })),
    receipt: { id: batchId },
  })
}
