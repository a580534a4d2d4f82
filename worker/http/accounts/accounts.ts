import type { Person } from '../../verbs/context.ts'
import type { AttemptLimits } from './attempt-limits.ts'
import type { AttemptOrigin } from './attempt-origin.ts'

/** Somebody signed in, and what every page of the portal shows of them. */
export type SignedIn = {
  readonly person: Person
  readonly sessionId: string
  /** When they proved who they are; the session was only prolonged since. */
  readonly signedInAt: number
  /** Messages of the organisation not read yet; counting stops at 100. */
  readonly unread: number
  /** How many organisations the person works for; more than one can be changed between. */
  readonly organisations: number
  /** Newest row of the audit log: while it stays the same nothing in the register has changed. */
  readonly mark: number
  /** `Set-Cookie` to be sent along, once a day: the session was prolonged, and the device is known. */
  readonly renewedCookies?: readonly string[]
}

/** What came of an e-mail address and a password. */
export type SignInOutcome =
  | { readonly kind: 'signed_in'; readonly signedIn: SignedIn; readonly cookies: readonly string[] }
  /** Address or password is wrong; which of them is not told. */
  | { readonly kind: 'wrong' }
  /** Right, but the person works for no organisation (any more). */
  | { readonly kind: 'no_organisation' }

/** Who signs in and how. */
export type Accounts = {
  /** Null when nobody is signed in, the session has ended, or the person has no organisation. */
  readonly signedIn: (headers: Headers) => Promise<SignedIn | null>
  /** True for a request with a session of ours, even one that has ended. */
  readonly wasSignedIn: (headers: Headers) => boolean
  readonly signIn: (input: {
    readonly email: string
    readonly password: string
    readonly headers: Headers
  }) => Promise<SignInOutcome>
  /** Ends the session of the request; gives the `Set-Cookie` that says so. */
  readonly signOut: (headers: Headers) => Promise<string>
  /** False where the person does not work for that organisation; then nothing changes. */
  readonly switchOrganisation: (input: {
    readonly headers: Headers
    readonly organisationId: string
  }) => Promise<boolean>
  /** How often one may try to sign in, ask for a letter, and so on. */
  readonly limits: AttemptLimits
  /** Whose attempt a request is, as far as that can be believed. */
  readonly originOf: (headers: Headers) => AttemptOrigin
  /** `Set-Cookie` by which the device is known from now on: somebody proved who they are on it. */
  readonly knowDevice: (headers: Headers, email: string) => string
  /** Routes under `/api/auth/`: the ceremonies of passkeys, which need script. */
  readonly handle: (request: Request) => Promise<Response>
}
