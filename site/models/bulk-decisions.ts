import type { Choice } from '../../worker/resources/form-input.ts'
import type { OldTextView } from './imports.ts'
import type { Done, FormView, PortalCommon, TableCell } from './portal-common.ts'

export type BulkPageModel = BulkFormModel | BulkPreviewModel | BulkRunModel

/** `/portal/codes/bulk`: a list of codes and what is common to them. */
export type BulkFormModel = PortalCommon & {
  readonly kind: 'portal/codes/bulk'
  readonly form: FormView
  readonly markets: readonly Choice[]
  readonly statuses: readonly Choice[]
  readonly reasons: readonly Choice[]
  /** Latest runs. */
  readonly runs: readonly (readonly TableCell[])[]
}

/** `/portal/codes/bulk/{id}`: what would be recorded; nothing is yet. */
export type BulkPreviewModel = PortalCommon & {
  readonly kind: 'portal/codes/bulk-preview'
  readonly id: string
  readonly fileName: string
  readonly totals: readonly { readonly label: string; readonly count: number }[]
  readonly ready: number
  /** What stands in the way, first; what will be recorded, after. */
  readonly problems: readonly (readonly TableCell[])[]
  readonly decisions: readonly (readonly TableCell[])[]
  /** True when a list is longer than what is shown of it. */
  readonly cut: boolean
  readonly unusual: readonly string[]
  /** Texts of it in an old encoding; null where there are none. */
  readonly oldText: OldTextView | null
  readonly form: FormView
}

/** `/portal/codes/bulk/{id}` once recorded. */
export type BulkRunModel = PortalCommon & {
  readonly kind: 'portal/codes/bulk-run'
  readonly id: string
  readonly fileName: string
  readonly lines: readonly string[]
  readonly problems: readonly (readonly TableCell[])[]
  readonly rows: readonly (readonly TableCell[])[]
  readonly cut: boolean
  /** False once it was taken back, or for who may not. */
  readonly mayUndo: boolean
  readonly form: FormView
  readonly done: Done | null
}
