import { createAccessControl } from 'better-auth/plugins/access'
import type { Role } from '../../domain/access/roles.ts'

const control = createAccessControl({ organization: ['update', 'delete'] })
const nothing = control.newRole({ organization: [] })

/**
 * Our roles as better-auth's organisations know them. None of them may do anything through it: its
 * own routes for organisations are not reachable, and `domain/access` decides.
 */
export const ORGANISATION_ROLES = {
  producer: nothing,
  packer: nothing,
  inspector: nothing,
  officer: nothing,
  agency: nothing,
  admin: nothing,
} satisfies Record<Role, typeof nothing>
