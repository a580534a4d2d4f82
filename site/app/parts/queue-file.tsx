import { useId, useState } from 'preact/hooks'
import { QUEUE_COPY as W } from '../../../worker/copy/app/queue.ts'
import { fill } from '../../../worker/copy/fill.ts'
import type { DeviceAccount } from '../device/device.ts'
import { useApp, useAppState } from '../state/app-context.ts'
import { sync } from '../state/sync.ts'
import { todayOf } from '../state/today-of.ts'
import { Button } from './button.tsx'
import { useText } from './use-text.ts'

/** The queue as a file, and one from another phone. */
export function QueueFile({ account }: { readonly account: DeviceAccount }) {
  const id = useId()
  const app = useApp()
  const t = useText()
  const { queue } = useAppState()
  const [told, setTold] = useState<string | null>(null)
  const outbox = app.outboxOf(account.id)
  const save = async () => {
    const url = URL.createObjectURL(await outbox.exportFile())
    const link = document.createElement('a')
    link.href = url
    link.download = `${t(W.fileName)}-${todayOf(app)}.json`
    link.click()
    // The browser reads it after the click.
    setTimeout(() => URL.revokeObjectURL(url), 60_000)
  }
  const open = async (input: HTMLInputElement) => {
    const [file] = input.files ?? []
    if (file === undefined) return
    const outcome = await outbox.importFile(file)
    input.value = ''
    if (outcome.status === 'full') setTold(t(W.importFull))
    else if (outcome.status !== 'taken') setTold(t(W.importFailed))
    else {
      setTold(fill(t(W.imported), { n: outcome.records }))
      void sync(app, { force: false })
    }
  }
  return (
    <div class="queue-file">
      <h2>{t(W.exportFile)}</h2>
      <p class="hint">{t(W.exportHint)}</p>
      <Button text={W.exportFile} isOff={queue.length === 0} onPress={save} />
      <label class="file-button" for={id}>
        <span>{t(W.importFile)}</span>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          onChange={(event) => void open(event.currentTarget)}
        />
      </label>
      {told === null ? null : <p role="status">{told}</p>}
    </div>
  )
}
