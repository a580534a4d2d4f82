import * as z from 'zod'
import {
  confirmMembershipStatement,
  endMembershipStatement,
  type MembershipRow,
  readMembership,
} from '../../../db/queries/memberships.ts'
import type { OrganisationRow } from '../../../db/queries/organisations.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { ORGANISATION_REFUSALS } from '../../copy/refusals/organisations.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { Target } from '../../domain/access/permissions.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { change } from '../change.ts'
import { targetOfOrganisation } from '../codes/target-of.ts'
import { actorText, type Call, type VerbContext } from '../context.ts'
import { requireAny, requirePermission } from '../guard/authorise.ts'
import { calendarDateField } from '../guard/fields.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { notFound } from '../guard/refusals.ts'
import { openMembers } from './open-members.ts'

/** Agrees to a membership for the member: only the member itself, or an officer of its area. */
export async function confirmMembership({
  ctx,
  input,
}: Call<{ readonly id: string }>): Promise<void> {
  requireAny(ctx, 'memberships.write')
  const { row, member, target } = await open(ctx, input.id)
  requirePermission(ctx, 'memberships.write', targetOfOrganisation(member))
  if (row.confirmedAt !== null) return
  const agreed = { id: row.id, at: ctx.now(), actor: actorText(ctx.actor) }
  await store(ctx, { row, member, target }, 'membership.confirm', [
    confirmMembershipStatement(ctx.db, agreed),
  ])
}

const endInput = z.object({ id: z.string(), toOn: calendarDateField.nullish() })

/** Ends a membership on a day, today unless given; either side may. */
export async function endMembership({ ctx, input }: Call<z.input<typeof endInput>>): Promise<void> {
  requireAny(ctx, 'memberships.write')
  const fields = parseInput(endInput, input)
  const { row, member, target } = await open(ctx, fields.id)
  const toOn = fields.toOn ?? vietnamDateOf(ctx.now())
  if (toOn < row.fromOn) throw invalidField('toOn', ORGANISATION_REFUSALS.endBeforeStart)
  await store(ctx, { row: { ...row, toOn }, member, target }, 'membership.end', [
    endMembershipStatement(ctx.db, { id: row.id, toOn }),
  ])
}

async function open(
  ctx: VerbContext,
  id: string,
): Promise<{ row: MembershipRow; member: OrganisationRow; target: Target }> {
  const row = await readMembership(ctx.db, id)
  if (row === null) throw notFound(THINGS.membership)
  const { member, target } = await openMembers(ctx, row)
  return { row, member, target }
}

async function store(
  ctx: VerbContext,
  about: { row: MembershipRow; member: OrganisationRow; target: Target },
  action: 'membership.confirm' | 'membership.end',
  statements: readonly Statement[],
): Promise<void> {
  const { row, member, target } = about
  const { organisationId, fromOn, toOn } = row
  await change(ctx, {
    may: 'memberships.write',
    target,
    statements,
    audit: {
      action,
      entity: 'organisation',
      entityId: organisationId,
      after: { member: member.name, fromOn, toOn },
    },
    touches: { organisationIds: [organisationId] },
  })
}
