import * as z from 'zod'
import { certificationIs, updateCertification } from '../../../db/queries/certifications.ts'
import { CERTIFICATION_REFUSALS as R } from '../../copy/refusals/certifications.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { touchedBy } from '../../resources/certification.ts'
import { change } from '../change.ts'
import type { Call } from '../context.ts'
import { calendarDateField, lineField } from '../guard/fields.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { conflict, editedMeanwhile } from '../guard/refusals.ts'
import { openCertification } from './open-certification.ts'
import { whyNotWithdraw } from './require-open.ts'

const schema = z.object({
  id: z.string(),
  /** From this day on it holds no more, where it was confirmed; today unless given. */
  revokedOn: calendarDateField.nullish(),
  reason: lineField(500),
})

/**
 * Takes one back. What was never confirmed its holder takes back altogether; what was, only an
 * officer of the place takes away, from a day on: goods packed before keep it.
 */
export async function withdrawCertification({
  ctx,
  input,
}: Call<z.input<typeof schema>>): Promise<void> {
  const fields = parseInput(schema, input)
  const { row, target } = await openCertification(ctx, fields.id, 'certificates.declare')
  const { id, state, reason: before, issuedOn } = row
  const why = whyNotWithdraw(ctx, { row, target })
  if (why !== null) throw conflict(why)
  const isConfirmed = state === 'confirmed'
  const { reason } = fields
  const revokedOn = isConfirmed ? (fields.revokedOn ?? vietnamDateOf(ctx.now())) : null
  if (revokedOn !== null && issuedOn !== null && revokedOn < issuedOn) {
    throw invalidField('revokedOn', R.beforeIssue)
  }
  const set = isConfirmed
    ? { revokedOn, reason, remindOn: null }
    : { state: 'withdrawn' as const, reason, remindOn: null }
  await change(ctx, {
    may: isConfirmed ? 'certificates.write' : 'certificates.declare',
    target,
    guards: [{ holds: certificationIs(row), refusal: editedMeanwhile }],
    statements: [updateCertification(ctx.db, { id, set })],
    audit: {
      action: 'certification.withdraw',
      entityId: id,
      before: { state, reason: before },
      after: { ...set, kind: row.kind, number: row.number },
      reason,
    },
    touches: touchedBy(row),
  })
}
