import { findingIsOpen } from '../../../db/queries/findings.ts'
import { FINDING_STATE_NAMES } from '../../copy/portal/findings.ts'
import { CASE_REFUSALS as R } from '../../copy/refusals/cases.ts'
import type { Permission } from '../../domain/access/permissions.ts'
import type { EvidenceOwner } from '../evidence/evidence.ts'
import { conflict } from '../guard/refusals.ts'
import type { OpenedFinding } from './open-finding.ts'

/** A finding as what photos are evidence of; nothing is added to one that is closed. */
export function evidenceOfFinding({ row, target }: OpenedFinding, may: Permission): EvidenceOwner {
  return {
    entity: 'finding',
    entityId: row.id,
    right: { may, target },
    guards: [
      {
        holds: findingIsOpen(row.id),
        refusal: () => conflict(R.findingNotThatWay, { state: FINDING_STATE_NAMES.closed }),
      },
    ],
  }
}
