import type { PlaceMove, PlaceTable } from '../../../db/queries/place-moves.ts'
import type { AuditAction, AuditEntity } from '../../copy/portal/audit-names.ts'
import type { NamedPlace } from '../../domain/places/moves-of-day.ts'
import type { AuditEntry } from '../change.ts'

const ACTIONS = {
  site: 'site.succession',
  organisation: 'organisation.succession',
  member: 'member.succession',
  invitation: 'member.succession',
  case_file: 'case.succession',
  finding: 'case.succession',
  suspension_proposal: 'case.succession',
  retail_visit: 'case.succession',
  inspection: 'case.succession',
} as const satisfies Record<PlaceTable, AuditAction>

/** The audit row of something that went along with its unit. */
export function moveAudit(input: {
  readonly table: PlaceTable
  readonly move: PlaceMove
  readonly reason: string
}): AuditEntry {
  const { table, reason } = input
  const { row, to } = input.move
  // Whom an invitation was for says more than its id.
  const about: { entity: AuditEntity; entityId: string; invited: { email?: string } } =
    table === 'invitation'
      ? {
          entity: 'organisation' as const,
          entityId: row.organisationId,
          invited: { email: row.label },
        }
      : { entity: table === 'case_file' ? 'case' : table, entityId: row.id, invited: {} }
  return {
    action: ACTIONS[table],
    entity: about.entity,
    entityId: about.entityId,
    before: { ...about.invited, ...placeOf(row) },
    after: { ...about.invited, ...placeOf(to) },
    reason,
  }
}

function placeOf({ communeCode, communeName, provinceCode, provinceName }: NamedPlace) {
  return { communeCode, communeName, provinceCode, provinceName }
}
