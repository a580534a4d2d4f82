import { CERTIFICATION_REFUSALS as R } from '../../copy/refusals/certifications.ts'
import type { Target } from '../../domain/access/permissions.ts'
import type { CertificationRow } from '../../resources/certification.ts'
import type { VerbContext } from '../context.ts'
import { conflict } from '../guard/refusals.ts'
import { mayConfirmFor } from './open-certification.ts'

/** May its holder change it? What was withdrawn stays, and so does a test an officer saw fail. */
export function isOpenToHolder(
  row: Pick<CertificationRow, 'state' | 'verdict' | 'revokedOn'>,
): boolean {
  if (row.state === 'withdrawn' || row.revokedOn !== null) return false
  return !(row.state === 'confirmed' && row.verdict === 'failed')
}

/** Refuses a change of what is over, and the holder one of a failed test that an officer confirmed. */
export function requireOpenToHolder(
  ctx: Pick<VerbContext, 'actor'>,
  { row, target }: { readonly row: CertificationRow; readonly target: Target },
): void {
  if (row.state === 'withdrawn' || row.revokedOn !== null) throw conflict(R.isWithdrawn)
  if (!isOpenToHolder(row) && !mayConfirmFor(ctx, target)) throw conflict(R.failedStands)
}
