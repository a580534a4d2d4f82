import { useState } from 'preact/hooks'
import { GATE_COPY as W } from '../../../worker/copy/app/gate.ts'
import { Alert } from '../parts/alert.tsx'
import { Button } from '../parts/button.tsx'
import { useText } from '../parts/use-text.ts'
import { useApp, useAppState } from '../state/app-context.ts'
import { endSession, goToSignIn } from '../state/sign-in.ts'

/** Who is at the phone. Somebody new signs in, after whoever was before. */
export function ChooseAccount() {
  const app = useApp()
  const { accounts, session } = useAppState()
  const t = useText()
  const [fault, setFault] = useState<string | null>(null)
  const signInOther = async () => {
    const isFree = session.kind === 'none' || (await endSession(app))
    if (isFree) goToSignIn()
    else setFault(t(W.signOutFailed))
  }
  return (
    <section>
      <h1>{t(W.who)}</h1>
      <ul class="rows">
        {accounts.map(({ id, name }) => (
          <li key={id}>
            <Button look="row" text={name} onPress={() => app.store.set({ chosenId: id })} />
          </li>
        ))}
        <li>
          <Button look="row quiet" text={W.someoneElse} onPress={signInOther} />
        </li>
      </ul>
      <Alert text={fault} />
    </section>
  )
}
