import {
  type InvitationRow,
  listPendingInvitations,
} from '../../../db/queries/accounts-invitations.ts'
import { listMemberRows, type MemberRow } from '../../../db/queries/accounts-members.ts'
import { readOrganisation } from '../../../db/queries/organisations.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { Call } from '../context.ts'
import { notFound } from '../guard/refusals.ts'
import { requireMembersOf } from './member-refusals.ts'

const PAGE = 50

export type MemberList = {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly members: readonly MemberRow[]
  readonly invitations: readonly InvitationRow[]
  /** Where the next page begins; null on the last one. */
  readonly next: string | null
}

/** The members of an organisation, fifty a page in the order they joined, and who is invited. */
export async function listMembers({
  ctx,
  input,
}: Call<{ readonly organisationId: string; readonly after?: string | null }>): Promise<MemberList> {
  const { organisationId } = input
  requireMembersOf(ctx, organisationId)
  const after = positionOf(input.after ?? null)
  const [organisation, rows, invitations] = await Promise.all([
    readOrganisation(ctx.db, organisationId),
    listMemberRows(ctx.db, { organisationId, after, limit: PAGE + 1 }),
    listPendingInvitations(ctx.db, { organisationId, now: ctx.now() }),
  ])
  if (organisation === null) throw notFound(THINGS.unit)
  const members = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? members.at(-1) : undefined
  const next = last === undefined ? null : `${last.createdAt}.${last.id}`
  const { id, name } = organisation
  return { organisation: { id, name }, members, invitations, next }
}

/** A place in the list out of an address; from the start when it is none. */
function positionOf(text: string | null): { createdAt: number; id: string } | null {
  const parts = /^(\d{1,15})\.([\w-]{1,64})$/.exec(text ?? '')
  return parts === null ? null : { createdAt: Number(parts[1]), id: parts[2] ?? '' }
}
