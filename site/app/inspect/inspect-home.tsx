import { useEffect, useState } from 'preact/hooks'
import { ENTRY_COPY } from '../../../worker/copy/app/entry.ts'
import { INSPECT_COPY as W } from '../../../worker/copy/app/inspection.ts'
import { formatOn } from '../../../worker/copy/format.ts'
import { INSPECTION_KIND_NAMES } from '../../../worker/copy/portal/inspections.ts'
import type { InspectionKit } from '../../../worker/domain/inspections/inspection-kit.ts'
import { uuidV7 } from '../../../worker/lib/ids/uuid-v7.ts'
import type { DeviceAccount } from '../device/device.ts'
import { Button } from '../parts/button.tsx'
import { useText } from '../parts/use-text.ts'
import { type App, useApp, useAppState } from '../state/app-context.ts'
import { go } from '../state/navigate.ts'
import type { InspectionDraft } from './inspection-draft.ts'

/** Lets go of finished minutes once nothing more becomes of them. */
async function dropSettled(app: App, kept: readonly InspectionDraft[]): Promise<void> {
  for (const draft of kept.filter(({ isFinished }) => isFinished === true)) {
    const queue = await app.outboxOf(draft.accountId).list()
    const record = queue.find(({ id }) => id === draft.id)
    if (record === undefined || record.state === 'stored' || record.state === 'dropped')
      await app.device.dropDraft(draft)
  }
}

/** A new inspection, and those that are half-written. */
export function InspectHome(given: {
  readonly account: DeviceAccount
  readonly kit: InspectionKit
}) {
  const { account } = given
  const app = useApp()
  const t = useText()
  const { lang } = useAppState()
  const [drafts, setDrafts] = useState<readonly InspectionDraft[]>([])
  const read = async () => {
    const kept = await app.device.inspections(account.id)
    setDrafts(kept.filter(({ isFinished }) => isFinished !== true))
    await dropSettled(app, kept)
  }
  useEffect(() => void read(), [account.id])
  const discard = async (draft: InspectionDraft) => {
    await app.device.dropDraft(draft)
    await read()
  }
  const begin = () => {
    const id = uuidV7({ now: app.now(), random: crypto.getRandomValues(new Uint8Array(10)) })
    go(app, `/inspect/${id}/place`)
  }
  return (
    <section>
      <h1>{t(W.title)}</h1>
      <Button look="primary" text={W.start} onPress={begin} />
      {drafts.length === 0 ? null : <h2>{t(W.drafts)}</h2>}
      {drafts.map((draft) => (
        <div class="card" key={draft.id}>
          <p>
            <strong>{draft.siteName || draft.code || t(W.place)}</strong>
            <br />
            {t(INSPECTION_KIND_NAMES[draft.kind])} · {formatOn(draft.on, lang)}
          </p>
          <div class="card-buttons">
            <Button text={ENTRY_COPY.goOn} onPress={() => go(app, `/inspect/${draft.id}/place`)} />
            <Button look="quiet" text={ENTRY_COPY.discard} onPress={() => discard(draft)} />
          </div>
        </div>
      ))}
    </section>
  )
}
