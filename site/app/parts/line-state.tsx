import { FRAME_COPY as W } from '../../../worker/copy/app/frame.ts'
import { fill } from '../../../worker/copy/fill.ts'
import type { DeviceAccount } from '../device/device.ts'
import { isToSend } from '../outbox/record.ts'
import { useApp, useAppState } from '../state/app-context.ts'
import { updateNow } from '../state/app-update.ts'
import { goToSignIn } from '../state/sign-in.ts'
import { Button } from './button.tsx'
import { useText } from './use-text.ts'

/**
 * What of the line matters at this moment, in one calm sentence: to be without a network is no fault, so
 * it does not look like one.
 */
export function LineState({ account }: { readonly account: DeviceAccount }) {
  const app = useApp()
  const { queue, session, isOnline, hasUpdate } = useAppState()
  const t = useText()
  const waits = queue.some(({ state }) => state === 'sending' || isToSend({ state }))
  const isSending = queue.some(({ state }) => state === 'sending')
  const isOffline = !isOnline || session.kind === 'offline'
  const isOther = session.kind === 'account' && session.accountId !== account.id
  return (
    <div role="status">
      {app.device.keeps ? null : <p class="line warn">{t(W.notKept)}</p>}
      {isOffline ? <p class="line">{t(waits ? W.offline : W.offlineNone)}</p> : null}
      {!isOffline && (session.kind === 'none' || isOther) ? (
        <p class="line">
          {isOther ? fill(t(W.otherSession), { name: account.name }) : t(W.sessionEnded)}{' '}
          {isOther ? null : (
            <Button look="text-button" text={W.signInToSend} onPress={goToSignIn} />
          )}
        </p>
      ) : null}
      {isSending ? <p class="line">{t(W.sending)}</p> : null}
      {hasUpdate ? (
        <p class="line">
          {t(W.updateReady)} {t(W.updateKeeps)}{' '}
          <Button look="text-button" text={W.update} onPress={updateNow} />
        </p>
      ) : null}
    </div>
  )
}
