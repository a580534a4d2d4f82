import type { Matter } from '../../domain/access/matters.ts'
import type { Role } from '../../domain/access/roles.ts'

const OWN = [
  'inactive_codes',
  'expiring',
  'no_boundary',
  'no_households',
  'contract_ended',
  'open_batches',
] as const satisfies readonly Matter[]

/** What each role is told waits for it, most pressing first. */
const MATTERS_OF = {
  producer: OWN,
  packer: OWN,
  officer: ['imports', 'suspended_long', 'awaiting_approval', 'expiring', 'no_boundary'],
  inspector: [],
  agency: [],
  admin: ['imports', 'letters', 'keys', 'invitations'],
} as const satisfies Record<Role, readonly Matter[]>

export function mattersOf(role: Role): readonly Matter[] {
  return MATTERS_OF[role]
}
