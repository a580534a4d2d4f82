import { useState } from 'preact/hooks'
import { GATE_COPY as W } from '../../../worker/copy/app/gate.ts'
import { fill } from '../../../worker/copy/fill.ts'
import { Alert } from '../parts/alert.tsx'
import { Button } from '../parts/button.tsx'
import { useText } from '../parts/use-text.ts'
import { useApp, useAppState } from '../state/app-context.ts'
import { signInAnew } from '../state/sign-in.ts'

/** What is left when the PIN does not help: whoever it is signs in anew. */
export function SignInAgain({ accountId }: { readonly accountId: string }) {
  const app = useApp()
  const { accounts } = useAppState()
  const t = useText()
  const [hasFailed, setFailed] = useState(false)
  const account = accounts.find(({ id }) => id === accountId)
  const name = account?.name ?? ''
  const wasWrong = account?.lockedOut !== null && account?.lockedOut !== undefined
  return (
    <section class="gate">
      <h1>{t(W.signIn)}</h1>
      <p>{fill(t(wasWrong ? W.lockedOut : W.signInAgain), { name })}</p>
      {hasFailed ? <Alert text={t(W.signOutFailed)} /> : null}
      <Button
        look="primary"
        text={W.signIn}
        onPress={() => signInAnew(app, accountId).then((done) => setFailed(!done))}
      />
      {accounts.length > 1 ? (
        <Button
          look="quiet"
          text={W.who}
          onPress={() => app.store.set({ chosenId: null, unlockedId: null })}
        />
      ) : null}
    </section>
  )
}
