import { useState } from 'preact/hooks'
import { GATE_COPY as W } from '../../../worker/copy/app/gate.ts'
import { isPin } from '../device/pin.ts'
import { Alert } from '../parts/alert.tsx'
import { PinField } from '../parts/pin-field.tsx'
import { useText } from '../parts/use-text.ts'
import { useApp, useAppState } from '../state/app-context.ts'
import { choosePin } from '../state/unlock.ts'

/** Chooses the PIN of an account, twice the same. */
export function NewPin(given: { readonly accountId: string; readonly onDone: () => void }) {
  const app = useApp()
  const { accounts } = useAppState()
  const t = useText()
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: Event) => {
    event.preventDefault()
    if (isBusy) return
    if (!isPin(pin)) return setFault(t(W.notAPin))
    if (pin !== again) return setFault(t(W.newPinDiffers))
    setBusy(true)
    await choosePin(app, given.accountId, pin)
    given.onDone()
  }
  return (
    <form class="gate" onSubmit={(event) => void submit(event)}>
      <h1>{t(W.newPin)}</h1>
      <p>{t(accounts.length > 1 ? W.newPinShared : W.newPinOwn)}</p>
      <PinField label={t(W.pin)} value={pin} onInput={setPin} />
      <PinField label={t(W.newPinAgain)} value={again} onInput={setAgain} />
      <Alert text={fault} />
      <button type="submit" class="primary" disabled={isBusy}>
        {t(W.newPinSave)}
      </button>
    </form>
  )
}
