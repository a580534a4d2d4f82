import type { App } from './app-context.ts'

const SIGN_IN = '/portal/sign-in?next=%2Fapp%2F'
const SIGN_OUT = '/portal/sign-out'

/** To the portal's sign-in and back. The app has none of its own. */
export function goToSignIn(): void {
  location.assign(SIGN_IN)
}

/** Ends whatever session the browser has, so that somebody else can sign in; false without a network. */
export async function endSession(app: App): Promise<boolean> {
  try {
    const answer = await fetch(SIGN_OUT, { method: 'POST', redirect: 'manual' })
    if (answer.type !== 'opaqueredirect' && !answer.ok) return false
    app.store.set({ session: { kind: 'none' } })
    return true
  } catch {
    return false
  }
}

/**
 * After too many wrong PINs: the session ends first, so that one that was still open lets nobody in,
 * and only then is signing in taken for a proof.
 */
export async function signInAnew(app: App, accountId: string): Promise<boolean> {
  const { device, store } = app
  if (!(await endSession(app))) return false
  await device.changeAccount(accountId, (account) => {
    if (account === null) throw new Error('no such account on this phone')
    return account.lockedOut === 'locked' ? { ...account, lockedOut: 'signed_out' } : account
  })
  store.set({ accounts: await device.accounts(), chosenId: accountId })
  goToSignIn()
  return true
}

/** Says that the PIN is forgotten: the same as too many wrong ones. */
export async function forgetPin(app: App, accountId: string): Promise<void> {
  const { device, store } = app
  await device.changeAccount(accountId, (account) => {
    if (account === null) throw new Error('no such account on this phone')
    return { ...account, lockedOut: account.lockedOut ?? 'locked' }
  })
  store.set({ accounts: await device.accounts() })
}
