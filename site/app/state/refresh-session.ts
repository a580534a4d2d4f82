import type { App } from './app-context.ts'
import { fetchKit } from './fetch-kit.ts'

/**
 * Asks who is signed in, and keeps what their work in the field needs. An account that signs in on this
 * phone for the first time is added to it; nobody is ever taken from it by this.
 */
export async function refreshSession(app: App): Promise<void> {
  const { store, device, now } = app
  const answer = await fetchKit(now)
  const heard = { isOnline: true, sessionAt: now() }
  switch (answer.kind) {
    case 'none':
      return store.set({ ...heard, session: { kind: 'none' }, isOther: false })
    case 'other':
      return store.set({ ...heard, session: { kind: 'none' }, isOther: true })
    case 'offline':
      return store.set({ session: { kind: 'offline' }, sessionAt: 0 })
    case 'kit': {
      const { kit, time } = answer
      const { id: accountId, name } = kit.account
      const fresh = { pin: null, lockedOut: null, failures: 0 }
      await device.changeAccount(accountId, (account) => ({
        ...(account ?? fresh),
        ...{ id: accountId, name, kit, kitAt: now() },
      }))
      await app.noteServerTime(time)
      const accounts = await device.accounts()
      const known = store.get().accounts.some(({ id }) => id === accountId)
      // Whoever signs in here for the first time is who holds the phone.
      const chosen = known ? {} : { chosenId: accountId, unlockedId: null }
      const session = { kind: 'account', accountId } as const
      store.set({ ...heard, session, accounts, isOther: false, ...chosen })
    }
  }
}
