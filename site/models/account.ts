import type { PortalCommon } from './portal-common.ts'

export type AccountPageModel = SignInModel

/** `/portal/sign-in`, and in place of any page asked for without a session. */
export type SignInModel = PortalCommon & {
  readonly kind: 'portal/sign-in'
  /** What was asked for. */
  readonly next: { readonly path: string; readonly method: 'GET' | 'POST' }
  /** What was typed into the form that the session ended under. */
  readonly kept: readonly { readonly name: string; readonly value: string }[]
  /** A chosen file does not come along; the page says so. */
  readonly lostFile: boolean
  readonly email: string
  readonly error: string | null
}
