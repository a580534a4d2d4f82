import type { Choice } from '../../worker/resources/form-input.ts'
import type { FormView, Paging, PortalCommon } from './portal-common.ts'

/** Pages of the audit log. */
export type AuditPageModel = AuditListModel | AuditVerifyModel

/** `/portal/audit`: who did what. */
export type AuditListModel = PortalCommon & {
  readonly kind: 'portal/audit'
  /** The filter as typed. */
  readonly form: FormView
  readonly filtered: boolean
  readonly actions: readonly Choice[]
  readonly rows: readonly AuditRowView[]
  /** True when not all was looked through and the page is not full. */
  readonly partial: boolean
  readonly paging: Paging
  /** True where only the codes and sites of a place are shown. */
  readonly ofPlace: boolean
  readonly mayVerify: boolean
}

/** A change in words. */
export type AuditRowView = {
  readonly seq: number
  readonly at: string
  readonly action: string
  readonly entity: { readonly kind: string; readonly name: string; readonly href: string | null }
  readonly actor: { readonly text: string; readonly href: string }
  readonly reason: string | null
  readonly changes: readonly {
    readonly label: string
    readonly before: string | null
    readonly after: string | null
  }[]
  /** How many more fields changed than are shown. */
  readonly moreChanges: number
}

/** `/portal/audit/verify`: is the log whole. */
export type AuditVerifyModel = PortalCommon & {
  readonly kind: 'portal/audit/verify'
  readonly form: FormView
  /** `SEQ:HASH`; null for an empty log. */
  readonly head: string | null
  readonly result:
    | { readonly kind: 'whole'; readonly text: string }
    /** Right so far; `after` is where to go on. */
    | { readonly kind: 'so_far'; readonly text: string; readonly after: number }
    | { readonly kind: 'tampered'; readonly text: string }
    | null
}
