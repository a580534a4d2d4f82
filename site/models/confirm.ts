import type { Confirmation } from '../../worker/domain/label/confirmation.ts'
import type { Verdict } from '../../worker/domain/standing/provenance.ts'
import type { PageCommon } from './public-common.ts'

/** `/confirm`: what became of a PIN that was typed. */
export type ConfirmPageModel = PageCommon & {
  readonly kind: 'confirm'
  /** The path of the label as it is printed; null where the text was none. */
  readonly label: string | null
  readonly verdict: Verdict
  readonly altered: boolean
  readonly confirmation: Confirmation
  /** The PIN as it was typed. */
  readonly typed: string
}
