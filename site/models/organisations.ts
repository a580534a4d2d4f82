import type { Choice, Done, FormView, Paging, PortalCommon } from './portal-common.ts'

export type OrganisationsPageModel = OrganisationsModel | OrganisationModel | OrganisationEditModel

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
  readonly mayWrite: boolean
  readonly paging: Paging
}

/** `/portal/organisations/{id}`. */
export type OrganisationModel = PortalCommon & {
  readonly kind: 'portal/organisation'
  readonly organisation: OrganisationFacts
  /** Sites and codes that hang on it; counting stops at `more`. */
  readonly counts: { readonly sites: number; readonly codes: number; readonly members: number }
  readonly mayWrite: boolean
  /** Where its members are managed; null for who may not. */
  readonly membersHref: string | null
  readonly done: Done | null
}

export type OrganisationFacts = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly nameConsentOn: string | null
  readonly taxNo: string | null
  readonly gln: string | null
  readonly address: string | null
  readonly communeName: string | null
  readonly provinceName: string | null
  readonly hotline: string | null
  readonly email: string | null
  readonly suspendedOn: string | null
}

/** `/portal/organisations/new` and `/portal/organisations/{id}/edit`. */
export type OrganisationEditModel = PortalCommon & {
  readonly kind: 'portal/organisations/edit'
  /** Null for a new one. */
  readonly organisationId: string | null
  readonly form: FormView
  readonly provinces: readonly Choice[]
}
