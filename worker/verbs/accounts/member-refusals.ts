import {
  anotherAdminThan,
  type MemberRow,
  memberStands,
  readMember,
} from '../../../db/queries/accounts-members.ts'
import { MEMBER_COPY } from '../../copy/portal/member.ts'
import { ACCOUNT_REFUSALS } from '../../copy/refusals/accounts.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { mayGrant } from '../../domain/access/grants.ts'
import { isRole, type Place, type Role } from '../../domain/access/roles.ts'
import type { Guard } from '../change.ts'
import type { Asking, Reading } from '../context.ts'
import { Problem } from '../errors.ts'
import { requireAny } from '../guard/authorise.ts'
import { conflict, notFound } from '../guard/refusals.ts'

/** Refuses whoever may not manage the members of the organisation at all, as if it were not there. */
export function requireMembersOf(ctx: Asking, organisationId: string): void {
  requireAny(ctx, 'members.write')
  const { actor } = ctx
  if (actor.kind !== 'user' || actor.role === 'admin') return
  if (actor.organisationId !== organisationId) throw noMember()
}

/** Refuses to hand out, or to touch, a role or a place beyond the actor's own. */
export function requireGrant(
  ctx: Asking,
  granted: { readonly role: Role; readonly place: Place },
): void {
  const { actor } = ctx
  if (actor.kind === 'operator' || (actor.kind === 'user' && mayGrant(actor, granted))) return
  throw new Problem({
    code: 'forbidden',
    text: ACCOUNT_REFUSALS.beyondYourOwn,
  })
}

/** The role and place a member or an invitation has, refusing to touch those of another kind than the actor may hand out. */
export function requireGrantOf(
  ctx: Asking,
  row: Pick<MemberRow, 'provinceCode' | 'communeCode'> & { readonly role: string | null },
): void {
  const { role, provinceCode, communeCode } = row
  if (role !== null && isRole(role))
    requireGrant(ctx, { role, place: { provinceCode, communeCode } })
}

/** A member whom the actor may change; refuses those beyond their own role or place. */
export async function openMember(ctx: Reading, id: string): Promise<MemberRow> {
  requireAny(ctx, 'members.write')
  const member = await readMember(ctx.db, id)
  if (member === null) throw noMember()
  requireMembersOf(ctx, member.organisationId)
  requireGrantOf(ctx, member)
  return member
}

/** The member is as they were read, and the installation keeps an administrator. */
export function memberGuards(
  before: MemberRow,
  { leavesAdmin }: { readonly leavesAdmin: boolean },
): Guard[] {
  const stands = { holds: memberStands(before), refusal: memberChanged }
  return leavesAdmin
    ? [stands, { holds: anotherAdminThan(before.id), refusal: lastAdmin }]
    : [stands]
}

export function noMember(): Problem {
  return notFound(THINGS.member)
}

export function noInvitation(): Problem {
  return notFound(THINGS.invitation)
}

export function invitationIsOver(): Problem {
  return conflict(ACCOUNT_REFUSALS.invitationOver)
}

/** Whether the member is the actor themselves. */
export function isOneself(ctx: Asking, row: Pick<MemberRow, 'userId'>): boolean {
  return ctx.actor.kind === 'user' && ctx.actor.userId === row.userId
}

export function notOneself(): Problem {
  return conflict(MEMBER_COPY.notOneself)
}

export function lastAdmin(): Problem {
  return conflict(ACCOUNT_REFUSALS.lastAdmin)
}

export function memberChanged(): Problem {
  return conflict(ACCOUNT_REFUSALS.memberChanged)
}
