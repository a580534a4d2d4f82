import type { MembershipRow } from '../../../db/queries/accounts-sessions.ts'
import { isRole } from '../../domain/access/roles.ts'
import type { Person } from '../context.ts'

/** A person in a role they hold; null for a role this version does not know. */
export function personOf(row: MembershipRow): Person | null {
  const { userId, name, email, role, organisationId, organisationName } = row
  if (!isRole(role)) return null
  const place = { provinceCode: row.provinceCode, communeCode: row.communeCode }
  return { kind: 'user', userId, name, email, role, organisationId, organisationName, place }
}
