import type { Done, Fact, FormView, ListTools, Paging, PortalCommon } from './portal-common.ts'
import type { DetailSection } from './records.ts'

export type OrganisationsPageModel = OrganisationsModel | OrganisationModel

/** `/portal/organisations`: producers, companies and public bodies. */
export type OrganisationsModel = PortalCommon & {
  readonly kind: 'portal/organisations'
  readonly filter: FormView
  /** True when the list is narrowed. */
  readonly active: boolean
  readonly rows: readonly {
    readonly id: string
    readonly name: string
    readonly kind: string
    readonly communeName: string | null
    readonly provinceName: string | null
    readonly suspendedOn: string | null
  }[]
  /** How many there are, in words; told at the head of the list. */
  readonly total: string | null
  readonly tools: ListTools
  readonly mayWrite: boolean
  readonly paging: Paging
}

/** `/portal/organisations/{id}`. */
export type OrganisationModel = PortalCommon & {
  readonly kind: 'portal/organisation'
  readonly organisation: {
    readonly id: string
    readonly name: string
    readonly facts: readonly Fact[]
  }
  /** What is odd about it; null when nothing is. */
  readonly warning: string | null
  /** Sites and codes that hang on it; counting stops at `more`. */
  readonly counts: { readonly sites: number; readonly codes: number; readonly members: number }
  readonly mayWrite: boolean
  /** Whether the reader puts certificates of it on record. */
  readonly mayCertify: boolean
  /** When it was suspended, with what may be decided next. */
  readonly suspensions: DetailSection
  /** Where its members are managed; null for who may not. */
  readonly membersHref: string | null
  readonly done: Done | null
}
