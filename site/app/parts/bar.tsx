import { FRAME_COPY as W } from '../../../worker/copy/app/frame.ts'
import { SHELL_COPY } from '../../../worker/copy/app/shell.ts'
import { useApp, useAppState } from '../state/app-context.ts'
import { go } from '../state/navigate.ts'
import { lock } from '../state/unlock.ts'
import { Icon } from './icon.tsx'
import { useText } from './use-text.ts'

/** The bar on top: whose diary this is, the way back, the lock. */
export function Bar({ accountId }: { readonly accountId: string | null }) {
  const app = useApp()
  const { path, accounts } = useAppState()
  const t = useText()
  const account = accounts.find(({ id }) => id === accountId)
  const isHome = path === '/'
  return (
    <header class="bar">
      {account !== undefined && !isHome ? (
        <button type="button" class="bar-button" onClick={() => history.back()}>
          <Icon name="back" />
          <span class="sr">{t(W.back)}</span>
        </button>
      ) : null}
      <span class="brand">{t(SHELL_COPY.shortName)}</span>
      {account === undefined ? null : (
        <>
          <span class="who">{account.name}</span>
          {account.pin === null ? null : (
            <button type="button" class="bar-button" onClick={() => lock(app)}>
              <Icon name="lock" />
              <span class="sr">{t(W.lock)}</span>
            </button>
          )}
          <button
            type="button"
            class="bar-button"
            aria-current={path === '/menu' ? 'page' : undefined}
            onClick={() => go(app, '/menu')}
          >
            <Icon name="menu" />
            <span class="sr">{t(W.menu)}</span>
          </button>
        </>
      )}
    </header>
  )
}
