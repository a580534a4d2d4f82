import {
  anotherAdminThan,
  type MemberRow,
  memberStands,
} from '../../../db/queries/accounts-members.ts'
import { MEMBER_WORDS } from '../../copy/portal/member-words.ts'
import { mayGrant } from '../../domain/access/grants.ts'
import { isRole, type Place, type Role } from '../../domain/access/roles.ts'
import type { Guard } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'
import { requireAny } from '../guard/authorise.ts'
import { conflict, notFound } from '../guard/refusals.ts'

/** Refuses whoever may not manage the members of the organisation at all, as if it were not there. */
export function requireMembersOf(ctx: Pick<VerbContext, 'actor'>, organisationId: string): void {
  requireAny(ctx, 'members.write')
  const { actor } = ctx
  if (actor.kind !== 'user' || actor.role === 'admin') return
  if (actor.organisationId !== organisationId) throw noMember()
}

/** Refuses to hand out, or to touch, a role or a place beyond the actor's own. */
export function requireGrant(
  ctx: Pick<VerbContext, 'actor'>,
  granted: { readonly role: Role; readonly place: Place },
): void {
  const { actor } = ctx
  if (actor.kind === 'operator' || (actor.kind === 'user' && mayGrant(actor, granted))) return
  throw new Problem({
    code: 'forbidden',
    text: {
      vi: 'Không được trao vai trò hoặc địa bàn rộng hơn của chính mình.',
      en: 'You may not hand out a role or a place beyond your own.',
      zh: '不能授予超出自身的角色或地区。',
    },
  })
}

/** The role and place a member or an invitation has, refusing to touch those of another kind than the actor may hand out. */
export function requireGrantOf(
  ctx: Pick<VerbContext, 'actor'>,
  row: Pick<MemberRow, 'provinceCode' | 'communeCode'> & { readonly role: string | null },
): void {
  const { role, provinceCode, communeCode } = row
  if (role !== null && isRole(role))
    requireGrant(ctx, { role, place: { provinceCode, communeCode } })
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
  return notFound({ vi: 'thành viên này', en: 'member', zh: '该成员' })
}

export function noInvitation(): Problem {
  return notFound({ vi: 'lời mời này', en: 'invitation', zh: '该邀请' })
}

export function invitationIsOver(): Problem {
  return conflict({
    vi: 'Lời mời này đã được nhận, đã rút hoặc hết hạn.',
    en: 'This invitation was accepted, withdrawn or is over.',
    zh: '此邀请已被接受、撤回或过期。',
  })
}

/** Whether the member is the actor themselves. */
export function isOneself(
  ctx: Pick<VerbContext, 'actor'>,
  row: Pick<MemberRow, 'userId'>,
): boolean {
  return ctx.actor.kind === 'user' && ctx.actor.userId === row.userId
}

export function notOneself(): Problem {
  return conflict(MEMBER_WORDS.notOneself)
}

export function lastAdmin(): Problem {
  return conflict({
    vi: 'Đây là quản trị hệ thống duy nhất. Hãy mời thêm một quản trị khác trước.',
    en: 'This is the only administrator. Invite another one first.',
    zh: '这是唯一的系统管理员，请先邀请另一位。',
  })
}

export function memberChanged(): Problem {
  return conflict({
    vi: 'Thành viên này vừa được người khác thay đổi. Hãy xem lại danh sách.',
    en: 'This member was just changed by somebody else. See the list again.',
    zh: '该成员刚被他人更改，请重新查看列表。',
  })
}
