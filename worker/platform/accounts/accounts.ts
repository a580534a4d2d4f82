import type { Person } from '../../verbs/context.ts'

/** Somebody signed in, and what every page of the portal shows of them. */
export type SignedIn = {
  readonly person: Person
  readonly sessionId: string
  /** Messages of the organisation not read yet; counting stops at 100. */
  readonly unread: number
  /** How many organisations the person works for; more than one can be changed between. */
  readonly organisations: number
}

/** Who signs in and how: behind this stands better-auth. */
export type Accounts = {
  /** Null when nobody is signed in, the session has ended, or the person has no organisation. */
  readonly signedIn: (headers: Headers) => Promise<SignedIn | null>
  /** better-auth's own routes under `/api/auth/`, for passkeys, which need script. */
  readonly handle: (request: Request) => Promise<Response>
}
