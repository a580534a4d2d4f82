import type { PinRecord } from '../device/pin.ts'

/** What of an account decides whether it may be opened on this phone. */
export type GuardedAccount = {
  readonly id: string
  readonly pin: PinRecord | null
  /**
   * `locked` after too many wrong PINs: the session has to end first, so that nobody gets in by one that
   * was still open. `signed_out` once it has; then whoever signs in chooses a new PIN.
   */
  readonly lockedOut: 'locked' | 'signed_out' | null
}

/** Whose session the browser has, as far as it is known. */
export type Session =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'none' }
  | { readonly kind: 'account'; readonly accountId: string }

/** What the app shows before anything of an account. */
export type Gate =
  | { readonly screen: 'open' | 'pin' | 'sign_in_again'; readonly accountId: string }
  | { readonly screen: 'new_pin'; readonly accountId: string }
  | { readonly screen: 'choose' }
  | { readonly screen: 'welcome' }

/**
 * Who may see what on this phone. An account alone on it needs no PIN; as soon as there is a second
 * one, each is opened by its own, and one without a PIN only by whoever signs in to it.
 */
export function gateOf(given: {
  readonly accounts: readonly GuardedAccount[]
  readonly unlockedId: string | null
  readonly chosenId: string | null
  readonly session: Session
}): Gate {
  const { accounts, unlockedId, chosenId, session } = given
  const isShared = accounts.length > 1
  const find = (id: string | null) => accounts.find((account) => account.id === id)
  const unlocked = find(unlockedId)
  if (unlocked !== undefined && unlocked.lockedOut === null && (unlocked.pin !== null || !isShared))
    return { screen: 'open', accountId: unlocked.id }
  const account = find(chosenId) ?? find(unlockedId) ?? (isShared ? undefined : accounts[0])
  if (account === undefined) return { screen: accounts.length === 0 ? 'welcome' : 'choose' }
  const { id: accountId, lockedOut, pin } = account
  if (lockedOut === 'locked') return { screen: 'sign_in_again', accountId }
  if (lockedOut === 'signed_out' || (pin === null && isShared)) {
    const isHere = session.kind === 'account' && session.accountId === accountId
    return { screen: isHere ? 'new_pin' : 'sign_in_again', accountId }
  }
  return { screen: pin === null ? 'open' : 'pin', accountId }
}
