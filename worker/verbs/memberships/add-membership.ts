import * as z from 'zod'
import { hasNoOtherMembership, insertMembership } from '../../../db/queries/memberships.ts'
import { fillAll } from '../../copy/fill.ts'
import { membershipToConfirm } from '../../copy/portal/membership.ts'
import { ORGANISATION_REFUSALS } from '../../copy/refusals/organisations.ts'
import { toCalendarDate } from '../../lib/time/calendar-date.ts'
import { change } from '../change.ts'
import { targetOfOrganisation } from '../codes/target-of.ts'
import { actorText, type Call } from '../context.ts'
import { mayDo, requireAny } from '../guard/authorise.ts'
import { calendarDateField } from '../guard/fields.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import { openMembers } from './open-members.ts'

const schema = z.object({
  organisationId: z.string(),
  memberId: z.string(),
  fromOn: calendarDateField,
  toOn: calendarDateField.nullish(),
})

/**
 * Puts an organisation on record as a member of another, whose goods may then be packed under the
 * member's codes. It counts at once where the actor speaks for the member (the member itself, or an
 * officer of its area); else the member is asked.
 */
export async function addMembership({
  ctx,
  input,
}: Call<z.input<typeof schema>>): Promise<{ id: string; confirmed: boolean }> {
  requireAny(ctx, 'memberships.write')
  const { organisationId, memberId, fromOn, toOn = null } = parseInput(schema, input)
  const { group, member, target } = await openMembers(ctx, { organisationId, memberId })
  if (toCalendarDate(fromOn) !== null && toOn !== null && toOn < fromOn) {
    throw invalidField('toOn', ORGANISATION_REFUSALS.endBeforeStartSeeBoth)
  }
  const confirmed = mayDo(ctx.actor, 'memberships.write', targetOfOrganisation(member))
  const actor = actorText(ctx.actor)
  const row = {
    id: ctx.newId(),
    organisationId,
    memberId,
    fromOn,
    toOn,
    createdAt: ctx.now(),
    actor,
    confirmedAt: confirmed ? ctx.now() : null,
    confirmedBy: confirmed ? actor : null,
  }
  const message = {
    organisationId: memberId,
    kind: 'system',
    ...membershipToConfirm({ group: group.name }),
    href: '/portal/memberships',
  } as const
  await change(ctx, {
    may: 'memberships.write',
    target,
    guards: [{ holds: hasNoOtherMembership(row), refusal: () => alreadyMember(member.name) }],
    statements: [insertMembership(ctx.db, row)],
    audit: {
      action: 'membership.add',
      entityId: organisationId,
      after: { member: member.name, fromOn, toOn, confirmed },
    },
    touches: { organisationIds: [organisationId] },
    tell: confirmed ? [] : [message],
  })
  return { id: row.id, confirmed }
}

function alreadyMember(name: string) {
  return conflict(fillAll(ORGANISATION_REFUSALS.alreadyMember, { name }))
}
