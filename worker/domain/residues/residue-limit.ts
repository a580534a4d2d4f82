import type { Decimal } from '../../lib/measure/decimal.ts'
import type { LimitUnit } from '../market-rules/kinds.ts'

/** How much of a substance a market lets goods hold. */
export type ResidueLimit =
  | {
      readonly kind: 'at_most'
      readonly value: Decimal
      readonly unit: Exclude<LimitUnit, 'not_detected'>
    }
  /** None at all, however finely it is measured. */
  | { readonly kind: 'not_detected' }
