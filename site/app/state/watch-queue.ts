import { readDrafts } from '../entry/use-draft.ts'
import type { App } from './app-context.ts'
import { gateOf } from './gate.ts'

/**
 * Shows the queue and the drafts of the account that is open, of no other, and of nobody while it is
 * locked.
 */
export function watchQueue(app: App): void {
  const { store, outboxOf } = app
  let shownId: string | null = null
  let stop: () => void = () => undefined
  const look = () => {
    const gate = gateOf(store.get())
    const openId = gate.screen === 'open' ? gate.accountId : null
    if (openId === shownId) return
    shownId = openId
    stop()
    stop = () => undefined
    if (openId === null) return store.set({ queue: [], drafts: [] })
    const outbox = outboxOf(openId)
    const read = async () => {
      const queue = await outbox.list()
      if (shownId === openId) store.set({ queue })
    }
    stop = outbox.subscribe(() => void read())
    void read()
    void readDrafts(app, openId)
  }
  store.subscribe(look)
  look()
}
