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
  residue_sample: 'case.succession',
  inspection_plan: 'monitoring.succession',
  foreign_notice_item: 'case.succession',
  pattern_finding: 'case.succession',
  application: 'application.succession',
  inspection: 'case.succession',
  monitoring_rule: 'monitoring.succession',
  season_window: 'monitoring.succession',
} as const satisfies Record<PlaceTable, AuditAction>

/** What the log files each under; of an invitation, the organisation it is for. */
const ENTITIES = {
  ...({ site: 'site', organisation: 'organisation', member: 'member' } as const),
  ...({ invitation: 'organisation', case_file: 'case', finding: 'finding' } as const),
  ...({ suspension_proposal: 'suspension_proposal', retail_visit: 'retail_visit' } as const),
  ...({ residue_sample: 'residue_sample', inspection_plan: 'inspection_plan' } as const),
  ...({ foreign_notice_item: 'notice_item', pattern_finding: 'pattern' } as const),
  ...({ application: 'application', inspection: 'inspection' } as const),
  ...({ monitoring_rule: 'monitoring_rule', season_window: 'season_window' } as const),
} as const satisfies Record<PlaceTable, AuditEntity>

/** The audit row of something that went along with its unit. */
export function moveAudit(input: {
  readonly table: PlaceTable
  readonly move: PlaceMove
  readonly reason: string
}): AuditEntry {
  const { table, reason } = input
  const { row, to } = input.move
  // Whom an invitation was for says more than its id.
  const isInvited = table === 'invitation'
  const entityId = isInvited ? row.organisationId : row.id
  const invited = isInvited ? { email: row.label } : {}
  return {
    action: ACTIONS[table],
    entity: ENTITIES[table],
    entityId,
    before: { ...invited, ...placeOf(row) },
    after: { ...invited, ...placeOf(to) },
    reason,
  }
}

function placeOf({ communeCode, communeName, provinceCode, provinceName }: NamedPlace) {
  return { communeCode, communeName, provinceCode, provinceName }
}
