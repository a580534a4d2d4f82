import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Device } from '../device/device.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { ServerTime } from '../outbox/transport.ts'
import type { AppState } from './app-state.ts'
import type { Store } from './store.ts'

/** What the screens and their actions work with. */
export type App = {
  readonly store: Store<AppState>
  readonly device: Device
  /** The queue of an account; one object each, for its listeners. */
  readonly outboxOf: (accountId: string) => Outbox
  /** What an answer said of the server's clock. */
  readonly noteServerTime: (time: ServerTime) => Promise<void>
  readonly now: () => number
}

const AppContext = createContext<App | null>(null)
export const AppProvider = AppContext.Provider

export function useApp(): App {
  const app = useContext(AppContext)
  if (app === null) throw new Error('no app around this screen')
  return app
}

/** The state as it is now; draws anew when it changes. */
export function useAppState(): AppState {
  const { store } = useApp()
  const [state, setState] = useState(store.get())
  useEffect(() => {
    setState(store.get())
    return store.subscribe(() => setState(store.get()))
  }, [store])
  return state
}
