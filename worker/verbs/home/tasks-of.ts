import type { Role } from '../../domain/access/roles.ts'
import type { Task } from '../../domain/access/tasks.ts'

const OWN = [
  'notices_told',
  'findings_told',
  'own_samples_due',
  'applications_returned',
  'purchases_due',
  'certifications_refused',
  'inactive_codes',
  'expiring',
  'no_boundary',
  'no_households',
  'contract_ended',
  'open_batches',
] as const satisfies readonly Task[]

/** What each role is told waits for it, most pressing first. */
const TASKS_OF = {
  producer: OWN,
  packer: OWN,
  officer: [
    'visits_overdue',
    'visits_due',
    'minutes_drafts',
    'proposals',
    'code_uses',
    'cases_mine',
    'cases_new',
    'findings_answered',
    'findings_due',
    'imports',
    'certifications_declared',
    'patterns',
    'suspended_long',
    'awaiting_approval',
    'expiring',
    'no_boundary',
  ],
  inspector: ['visits_mine', 'minutes_drafts', 'cases_mine', 'findings_answered', 'findings_due'],
  agency: [],
  admin: ['cases_mine', 'imports', 'letters', 'keys', 'invitations'],
} as const satisfies Record<Role, readonly Task[]>

export function tasksOf(role: Role): readonly Task[] {
  return TASKS_OF[role]
}
