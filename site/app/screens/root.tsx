import { useEffect, useRef } from 'preact/hooks'
import { Bar } from '../parts/bar.tsx'
import { useAppState } from '../state/app-context.ts'
import { gateOf } from '../state/gate.ts'
import { GateScreen } from './gate-screen.tsx'
import { Screen } from './screen.tsx'

/** The bar, and either what stands before an account or a screen of it. */
export function Root() {
  const state = useAppState()
  const { isLoaded, lang, accounts, path } = state
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-Hans' : lang
  }, [lang])
  const main = useRef<HTMLElement>(null)
  const shown = useRef(path)
  useEffect(() => {
    // Whoever hears the screens is told that there is another one.
    if (shown.current !== path) main.current?.focus({ preventScroll: true })
    shown.current = path
  }, [path])
  const gate = gateOf(state)
  const openId = gate.screen === 'open' ? gate.accountId : null
  const account = accounts.find(({ id }) => id === openId)
  return (
    <>
      <Bar accountId={openId} />
      <main class="in" ref={main} tabIndex={-1}>
        {!isLoaded ? null : account !== undefined ? (
          <Screen key={account.id} account={account} />
        ) : gate.screen === 'open' ? null : (
          <GateScreen gate={gate} />
        )}
      </main>
    </>
  )
}
