import type { Decimal } from '../../lib/measure/decimal.ts'
import type { MassUnit } from './concentration.ts'

/** How much of a substance a market lets goods hold. */
export type ResidueLimit =
  | { readonly kind: 'at_most'; readonly value: Decimal; readonly unit: MassUnit }
  /** None at all, however finely it is measured. */
  | { readonly kind: 'not_detected' }
