import { ENTRY_COPY as W } from '../../../worker/copy/app/entry.ts'
import { DIARY_STAGES, diaryKind } from '../../../worker/copy/diary.ts'
import type { DeviceAccount } from '../device/device.ts'
import { homeKinds } from '../entry/home-kinds.ts'
import { Button } from '../parts/button.tsx'
import { useText } from '../parts/use-text.ts'
import { useApp, useAppState } from '../state/app-context.ts'
import { go } from '../state/navigate.ts'

/** All work that has no button of its own, by stage. */
export function OtherKinds({ account }: { readonly account: DeviceAccount }) {
  const app = useApp()
  const t = useText()
  const { lang } = useAppState()
  const kinds = homeKinds(account.kit).rest.map((kind) => ({ kind, ...diaryKind(kind, lang) }))
  const stages = [...new Set(kinds.map(({ stage }) => stage))]
  return (
    <section>
      <h1>{t(W.otherTitle)}</h1>
      {stages.map((stage) => (
        <div key={stage}>
          <h2>{t(DIARY_STAGES[stage])}</h2>
          <ul class="rows">
            {kinds
              .filter((each) => each.stage === stage)
              .map(({ kind, name }) => (
                <li key={kind}>
                  <Button look="row" text={name} onPress={() => go(app, `/new/${kind}`)} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
