import type { UnitLabel } from '../../../db/queries/copies.ts'
import type { PinnedLabel } from '../../domain/label/label-pin.ts'
import { unitSpaceOf } from '../../domain/label/unit-space.ts'
import type { Resolution } from './resolution.ts'

/** The label of a unit that has a PIN: what that is made of, and what is kept of the unit under. */
export function pinnedLabel(
  resolution: Resolution,
): { readonly label: PinnedLabel; readonly unit: UnitLabel } | null {
  if (resolution.kind !== 'batch' || !resolution.hasPin || resolution.label === null) return null
  const { kid, subject } = resolution.label
  if (subject.profile === 'certificate') return null
  const { profile, ref, serial } = subject
  return {
    label: { kid, profile, ref, serial },
    unit: { unitSpace: unitSpaceOf(subject), serial },
  }
}
