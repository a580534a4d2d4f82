import * as z from 'zod'
import { readOrganisation } from '../../../db/queries/organisations.ts'
import { updateRecord } from '../../../db/queries/records.ts'
import { ORGANISATION } from '../../resources/organisation.ts'
import { change } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { calendarDateField, lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { notFound } from '../guard/refusals.ts'

const schema = z.object({
  organisationId: z.string(),
  /** Null lifts the suspension. */
  suspendedOn: calendarDateField.nullable(),
  reason: lineField(500),
})

/** Suspends a producer from a day, or lifts its suspension; labels of its goods say so from then on. */
export async function suspendOrganisation({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: z.input<typeof schema>
}): Promise<void> {
  requireAny(ctx, 'organisations.write')
  const { organisationId: id, suspendedOn, reason } = parseInput(schema, input)
  const before = await readOrganisation(ctx.db, id)
  if (before === null) throw notFound(ORGANISATION.noun)
  await change(ctx, {
    may: 'organisations.write',
    target: ORGANISATION.target(before),
    statements: [updateRecord(ctx.db, ORGANISATION.table, { id, set: { suspendedOn } })],
    audit: [
      {
        action: suspendedOn === null ? 'organisation.restore' : 'organisation.suspend',
        entity: ORGANISATION.entity,
        entityId: id,
        before: { suspendedOn: before.suspendedOn },
        after: { suspendedOn },
        reason,
      },
    ],
    touches: { organisationIds: [id] },
  })
}
