import { useState } from 'preact/hooks'
import { GATE_COPY as W } from '../../../worker/copy/app/gate.ts'
import { fill } from '../../../worker/copy/fill.ts'
import { Alert } from '../parts/alert.tsx'
import { Button } from '../parts/button.tsx'
import { PinField } from '../parts/pin-field.tsx'
import { useText } from '../parts/use-text.ts'
import { useApp, useAppState } from '../state/app-context.ts'
import { forgetPin } from '../state/sign-in.ts'
import { unlock } from '../state/unlock.ts'

/** The lock of an account on this phone. */
export function EnterPin({ accountId }: { readonly accountId: string }) {
  const app = useApp()
  const { accounts } = useAppState()
  const t = useText()
  const [pin, setPin] = useState('')
  const [left, setLeft] = useState<number | null>(null)
  const [isBusy, setBusy] = useState(false)
  const name = accounts.find(({ id }) => id === accountId)?.name ?? ''
  const submit = async (event: Event) => {
    event.preventDefault()
    if (isBusy || pin === '') return
    setBusy(true)
    const outcome = await unlock(app, accountId, pin)
    setBusy(false)
    setPin('')
    setLeft(outcome.right ? null : outcome.left)
  }
  return (
    <form class="gate" onSubmit={(event) => void submit(event)}>
      <h1>{fill(t(W.pinOf), { name })}</h1>
      <PinField label={t(W.pin)} value={pin} onInput={setPin} autoFocus />
      {left === null ? null : <Alert text={fill(t(W.wrongPin), { n: left })} />}
      <button type="submit" class="primary" disabled={isBusy}>
        {t(W.open)}
      </button>
      <Button look="quiet" text={W.forgotten} onPress={() => forgetPin(app, accountId)} />
      {accounts.length > 1 ? (
        <Button look="quiet" text={W.who} onPress={() => app.store.set({ chosenId: null })} />
      ) : null}
    </form>
  )
}
