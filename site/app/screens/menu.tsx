import { FRAME_COPY as W } from '../../../worker/copy/app/frame.ts'
import { GATE_COPY } from '../../../worker/copy/app/gate.ts'
import { QUEUE_COPY } from '../../../worker/copy/app/queue.ts'
import { ROLE_NAMES } from '../../../worker/copy/portal/common.ts'
import type { DeviceAccount } from '../device/device.ts'
import { Button } from '../parts/button.tsx'
import { LanguageChoice } from '../parts/language-choice.tsx'
import { useText } from '../parts/use-text.ts'
import { useApp } from '../state/app-context.ts'
import { go } from '../state/navigate.ts'
import { lock } from '../state/unlock.ts'

/** What is seldom needed: the PIN, the language, the way to the portal, somebody else. */
export function Menu({ account }: { readonly account: DeviceAccount }) {
  const app = useApp()
  const t = useText()
  const { kit, pin } = account
  const organisations = kit.organisations.map(({ name }) => name).join(', ')
  const leave = () => {
    lock(app)
    app.store.set({ chosenId: null })
    go(app, '/', 'replace')
  }
  return (
    <section>
      <h1>{t(W.menu)}</h1>
      <p>
        <strong>{account.name}</strong>
        <br />
        {t(ROLE_NAMES[kit.account.role])} · {organisations}
      </p>
      <ul class="rows">
        <li>
          <Button look="row" text={QUEUE_COPY.title} onPress={() => go(app, '/queue')} />
        </li>
        <li>
          <Button
            look="row"
            text={pin === null ? GATE_COPY.newPin : GATE_COPY.changePin}
            onPress={() => go(app, '/pin')}
          />
        </li>
        <li>
          <a class="row" href="/portal">
            {t(W.portal)}
          </a>
        </li>
        <li>
          <a class="row" href="/portal/help">
            {t(W.help)}
          </a>
        </li>
        <li>
          <Button look="row" text={GATE_COPY.someoneElse} onPress={leave} />
        </li>
      </ul>
      <LanguageChoice />
    </section>
  )
}
