import type { Choice } from '../../worker/resources/form-input.ts'
import type { Done, FormView, Paging, PortalCommon, TableCell } from './portal-common.ts'

export type AccountPageModel =
  | SignInModel
  | ResumeModel
  | AccountModel
  | MembersModel
  | MemberModel
  | TokensModel
  | InvitationModel
  | ForgotPasswordModel
  | ResetPasswordModel

/** A field of a form that the session ended under. */
export type KeptField = { readonly name: string; readonly value: string }

/** `/portal/sign-in`, and in place of any page asked for without a session. */
export type SignInModel = PortalCommon & {
  readonly kind: 'portal/sign-in'
  /** What was asked for. */
  readonly next: { readonly path: string; readonly method: 'GET' | 'POST' }
  /** What was typed into the form that the session ended under. */
  readonly kept: readonly KeptField[]
  /** A chosen file does not come along; the page says so. */
  readonly lostFile: boolean
  readonly email: string
  readonly error: string | null
  readonly done?: Done | null
}

/** After signing in again: what was typed, to be sent where it was going. */
export type ResumeModel = PortalCommon & {
  readonly kind: 'portal/resume'
  readonly path: string
  readonly kept: readonly KeptField[]
  readonly lostFile: boolean
}

/** `/portal/account`: oneself. Times are ready to read. */
export type AccountModel = PortalCommon & {
  readonly kind: 'portal/account'
  readonly email: string
  readonly nameForm: FormView
  readonly passwordForm: FormView
  readonly sessions: readonly {
    readonly id: string
    readonly device: string
    readonly times: string
    /** The one this page is read in. */
    readonly here: boolean
  }[]
  readonly passkeys: readonly {
    readonly id: string
    readonly name: string
    readonly addedOn: string | null
  }[]
  readonly organisations: readonly {
    readonly id: string
    readonly name: string
    readonly role: string
    /** The one worked for now. */
    readonly here: boolean
  }[]
  readonly done: Done | null
  readonly problem: string | null
}

/** `/portal/members`: who works for an organisation, and who is invited. */
export type MembersModel = PortalCommon & {
  readonly kind: 'portal/members'
  readonly organisation: { readonly id: string; readonly name: string }
  readonly members: readonly MemberItem[]
  readonly invitations: readonly InvitationItem[]
  /** The link just made, shown this once. */
  readonly madeLink: { readonly email: string; readonly url: string; readonly until: string } | null
  readonly paging: Paging
  readonly invite: FormView
  readonly roles: readonly Choice[]
  /** Null where the reader may not hand out roles with a place. */
  readonly places: PlaceChoices | null
  /** For administrators: another organisation by the beginning of its name. */
  readonly search: {
    readonly query: string
    readonly found: readonly { readonly name: string; readonly href: string }[]
  } | null
  readonly done: Done | null
  readonly problem: string | null
}

export type MemberItem = {
  readonly name: string
  readonly email: string
  readonly role: string
  readonly place: string | null
  readonly self: boolean
  /** Where they are changed; null where the reader may not. */
  readonly href: string | null
}

/** `/portal/members/…`: one member's role and place. */
export type MemberModel = PortalCommon & {
  readonly kind: 'portal/member'
  readonly id: string
  readonly name: string
  readonly email: string
  /** It is the reader: nobody removes themselves. */
  readonly self: boolean
  readonly organisation: { readonly id: string; readonly name: string }
  readonly form: FormView
  readonly roles: readonly Choice[]
  readonly places: PlaceChoices | null
}

/** `/portal/tokens`: by which programs of the organisation use the API. */
export type TokensModel = PortalCommon & {
  readonly kind: 'portal/tokens'
  readonly organisationName: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
  /** The one just made, shown this once. */
  readonly made: { readonly name: string; readonly token: string } | null
  readonly scopes: readonly (Choice & { readonly hint: string })[]
  /** Between which days it may end, `YYYY-MM-DD`. */
  readonly first: string
  readonly last: string
  readonly longest: number
  readonly form: FormView
  readonly done: Done | null
}

export type InvitationItem = {
  readonly email: string
  readonly role: string
  readonly place: string | null
  /** By which it is withdrawn or given another link; null for whoever may not hand out that role and place. */
  readonly id: string | null
  readonly until: string
}

export type PlaceChoices = {
  readonly provinces: readonly Choice[]
  /** The whole country may be given; otherwise a province must be chosen. */
  readonly everywhere: boolean
}

/** `/portal/invitations/…`: for whoever holds the link. */
export type InvitationModel = PortalCommon & {
  readonly kind: 'portal/invitation'
  /** Of the link, for the address the form is sent to. */
  readonly secret: string
  /**
   * `newcomer` sets a name and a password; `accept` is signed in under the address; `sign_in` has an
   * account and is not signed in; `returning` has one without an organisation and gives its password;
   * `other` is signed in as somebody else.
   */
  readonly state:
    | 'newcomer'
    | 'accept'
    | 'sign_in'
    | 'returning'
    | 'other'
    | 'used'
    | 'withdrawn'
    | 'expired'
  readonly organisationName: string
  readonly inviterName: string
  readonly email: string
  readonly role: string
  readonly place: string | null
  readonly until: string
  readonly form: FormView
}

/** `/portal/forgot-password` */
export type ForgotPasswordModel = PortalCommon & {
  readonly kind: 'portal/forgot-password'
  readonly form: FormView
  /** The answer is the same whether or not the address has an account. */
  readonly sent: boolean
}

/** `/portal/reset-password?token=…` */
export type ResetPasswordModel = PortalCommon & {
  readonly kind: 'portal/reset-password'
  readonly token: string
  /** False once the link was used or is over. */
  readonly open: boolean
  readonly form: FormView
}
