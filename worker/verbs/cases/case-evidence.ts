import { caseIsOpen } from '../../../db/queries/cases.ts'
import { CASE_REFUSALS as R } from '../../copy/refusals/cases.ts'
import type { Permission } from '../../domain/access/permissions.ts'
import type { EvidenceOwner } from '../evidence/evidence.ts'
import { conflict } from '../guard/refusals.ts'
import type { OpenedCase } from './open-case.ts'

/** A case as what files are evidence of; nothing is added to one that is closed. */
export function evidenceOfCase({ row, target }: OpenedCase, may: Permission): EvidenceOwner {
  return {
    entity: 'case',
    entityId: row.id,
    right: { may, target },
    guards: [{ holds: caseIsOpen(row.id), refusal: () => conflict(R.closed) }],
  }
}
