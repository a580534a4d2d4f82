import { FRAME_COPY } from '../../../worker/copy/app/frame.ts'
import { GATE_COPY as W } from '../../../worker/copy/app/gate.ts'
import { Button } from '../parts/button.tsx'
import { LanguageChoice } from '../parts/language-choice.tsx'
import { useText } from '../parts/use-text.ts'
import { useAppState } from '../state/app-context.ts'
import { goToSignIn } from '../state/sign-in.ts'

/** A phone on which nobody has signed in yet. */
export function Welcome() {
  const { session, isOther } = useAppState()
  const t = useText()
  if (session.kind === 'unknown') return <p class="line">{t(W.loading)}</p>
  return (
    <section>
      <h1>{t(W.welcome)}</h1>
      <p>{t(isOther ? W.noKit : W.welcomeText)}</p>
      {session.kind === 'offline' ? <p class="line">{t(W.needsNetwork)}</p> : null}
      <Button look="primary" text={W.signIn} onPress={goToSignIn} />
      <p>
        <a href="/portal">{t(FRAME_COPY.portal)}</a>
      </p>
      <LanguageChoice />
    </section>
  )
}
