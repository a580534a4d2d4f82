import { CERTIFICATION_REFUSALS as R } from '../../copy/refusals/certifications.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import type { CertificationRow } from '../../resources/certification.ts'
import type { Asking } from '../context.ts'
import { conflict } from '../guard/refusals.ts'
import { mayConfirmFor, type OpenedCertification } from './open-certification.ts'

type Opened = Pick<OpenedCertification, 'row' | 'target'>

/**
 * Why the actor may not change what one says, or null. Nothing changes one that is over. What its
 * holder says only the holder changes, and officers answer it; what an officer vouches for either may
 * change, but for a test that failed: that is no longer the holder's.
 */
export function whyNotChange(ctx: Asking, { row, target }: Opened): LocalText | null {
  if (isOver(row)) return R.isWithdrawn
  const isConfirmed = row.state === 'confirmed'
  if (mayConfirmFor(ctx, target)) return isConfirmed ? null : R.holdersWord
  return isConfirmed && row.verdict === 'failed' ? R.failedStands : null
}

/** Why the actor may not take one back, or null. */
export function whyNotWithdraw(ctx: Asking, { row, target }: Opened): LocalText | null {
  if (isOver(row)) return R.isWithdrawn
  const isConfirmed = row.state === 'confirmed'
  if (mayConfirmFor(ctx, target)) return isConfirmed ? null : R.holdersWord
  return isConfirmed ? R.confirmedStands : null
}

/** Refuses whoever may not change what it says. */
export function requireChangeable(ctx: Asking, opened: Opened): void {
  const why = whyNotChange(ctx, opened)
  if (why !== null) throw conflict(why)
}

function isOver({ state, revokedOn }: CertificationRow): boolean {
  return state === 'withdrawn' || revokedOn !== null
}
