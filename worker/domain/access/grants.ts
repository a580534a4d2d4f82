import type { Holder } from './permissions.ts'
import { covers, type Place, ROLES, type Role } from './roles.ts'

/** Which roles a role may hand out. A role without an entry hands out none. */
const GRANTS: Partial<Record<Role, readonly Role[]>> = {
  producer: ['producer', 'packer'],
  packer: ['producer', 'packer'],
  officer: ['inspector', 'officer', 'agency'],
  admin: ROLES,
}

const PLACED: readonly Role[] = ['inspector', 'officer', 'agency']

/** True for roles whose word reaches as far as a place; the others have none. */
export function hasPlace(role: Role): boolean {
  return PLACED.includes(role)
}

/** The roles a holder may hand out, in their usual order. */
export function grantableRoles(role: Role): readonly Role[] {
  return GRANTS[role] ?? []
}

/**
 * True when a holder may make somebody this over that place, or take it away again: never a role of
 * another kind, never beyond the holder's own place.
 */
export function mayGrant(
  holder: Pick<Holder, 'role' | 'place'>,
  granted: { readonly role: Role; readonly place: Place },
): boolean {
  if (!grantableRoles(holder.role).includes(granted.role)) return false
  return holder.role === 'admin' || !hasPlace(granted.role) || covers(holder.place, granted.place)
}
