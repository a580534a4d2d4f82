import * as z from 'zod'
import { certificationIs, updateCertification } from '../../../db/queries/certifications.ts'
import { certificationDecided } from '../../copy/portal/certification-messages.ts'
import { CERTIFICATION_REFUSALS as R } from '../../copy/refusals/certifications.ts'
import { touchedBy } from '../../resources/certification.ts'
import { change } from '../change.ts'
import { actorText, type Call } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict, editedMeanwhile } from '../guard/refusals.ts'
import { mayConfirmFor, openCertification } from './open-certification.ts'
import { confirmedBy } from './settle.ts'

const schema = z.discriminatedUnion('decision', [
  z.object({
    decision: z.literal('confirm'),
    id: z.string(),
    /** The version the officer saw; that of now where nothing was shown. */
    version: z.int().nullish(),
    authority: lineField(200).nullish(),
  }),
  z.object({
    decision: z.literal('refuse'),
    id: z.string(),
    version: z.int().nullish(),
    /** Told to its holder. */
    reason: lineField(500),
    authority: lineField(200).nullish(),
  }),
])

export type CertificationDecision = z.input<typeof schema>

/**
 * An officer of the holder's place confirms what it declared, or refuses it with a reason: never for
 * their own organisation, never what they declared themselves, and only what they saw. The holder
 * is told.
 */
export async function decideCertification({
  ctx,
  input,
}: Call<CertificationDecision>): Promise<void> {
  requireAny(ctx, 'certificates.write')
  const fields = parseInput(schema, input)
  const { row, holder, target } = await openCertification(ctx, fields.id, 'certificates.write')
  const isOwn = row.declaredBy === actorText(ctx.actor) && ctx.actor.kind === 'user'
  if (isOwn || !mayConfirmFor(ctx, target)) throw conflict(R.ownConfirmation)
  if (row.state !== 'declared') throw conflict(R.notWaiting)
  const seen = confirmedBy(ctx, fields)(row)
  const isRefused = fields.decision === 'refuse'
  const set = isRefused
    ? { ...seen, state: 'refused' as const, reason: fields.reason, remindOn: null }
    : seen
  const message = certificationDecided({ ...row, reason: set.reason ?? null })
  await change(ctx, {
    may: 'certificates.write',
    target,
    guards: [
      {
        holds: certificationIs({ id: row.id, version: fields.version ?? row.version }),
        refusal: editedMeanwhile,
      },
    ],
    statements: [updateCertification(ctx.db, { id: row.id, set })],
    audit: {
      action: isRefused ? 'certification.refuse' : 'certification.confirm',
      entityId: row.id,
      after: { kind: row.kind, number: row.number, organisation: holder.name },
      ...(isRefused ? { reason: fields.reason } : {}),
    },
    touches: touchedBy(row),
    tell: [
      {
        ...{ holderId: holder.id, kind: 'certification', ...message },
        href: `/portal/certifications/${encodeURIComponent(row.id)}`,
      },
    ],
  })
}
