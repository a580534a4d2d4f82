import type { FormInput } from '../../worker/resources/form-input.ts'
import type { Done, Fact, FormView, Paging, PortalCommon, TableCell } from './portal-common.ts'

/** A list of things people keep, and the way to add one. */
export type RecordListModel = PortalCommon & {
  readonly kind: 'portal/records'
  /** Where one is added; null where they come about elsewhere. */
  readonly adding: { readonly href: string; readonly text: string } | null
  readonly title: string
  readonly lead: string
  readonly empty: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
  readonly done: Done | null
  readonly paging?: Paging
}

/** The form of one of them. */
export type RecordFormModel = PortalCommon & {
  readonly kind: 'portal/record'
  readonly title: string
  /** What is to be known before answering. */
  readonly facts?: readonly Fact[]
  readonly note?: string | undefined
  /** Null for a new one. */
  readonly id: string | null
  readonly action: string
  readonly backHref: string
  readonly save: string
  readonly inputs: readonly FormInput[]
  readonly form: FormView
}
