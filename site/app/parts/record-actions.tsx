import { useState } from 'preact/hooks'
import { ENTRY_COPY } from '../../../worker/copy/app/entry.ts'
import { QUEUE_COPY as W } from '../../../worker/copy/app/queue.ts'
import type { DeviceAccount } from '../device/device.ts'
import type { QueuedRecord } from '../outbox/record.ts'
import { confirmRecord } from '../queue/confirm-record.ts'
import { queuedEntry } from '../queue/queued-entry.ts'
import { useApp, useAppState } from '../state/app-context.ts'
import { go } from '../state/navigate.ts'
import { sync } from '../state/sync.ts'
import { Button } from './button.tsx'
import { useText } from './use-text.ts'

/** Mend and send again, say that it is so, give up; correct what is stored. */
export function RecordActions(given: {
  readonly record: QueuedRecord
  readonly account: DeviceAccount
  readonly onTold: (text: string) => void
}) {
  const { record, account, onTold } = given
  const app = useApp()
  const t = useText()
  const { queue } = useAppState()
  const [isDropping, setDropping] = useState(false)
  const isEntry = record.kind === 'diary_entry' && queuedEntry(record, queue) !== null
  const isOpen =
    record.state === 'refused' || record.state === 'waiting' || record.state === 'mended'
  const questions = record.state === 'refused' ? (record.problem?.questions ?? []) : []
  const outbox = app.outboxOf(account.id)
  const confirm = async () => {
    const outcome = await confirmRecord(outbox, record)
    if (outcome.status !== 'kept') return onTold(t(W.unsettled))
    void sync(app, { force: true })
  }
  const drop = async () => {
    const { status } = await outbox.drop(record.id)
    setDropping(false)
    if (status === 'unsettled') return onTold(t(W.unsettled))
    go(app, '/queue', 'replace')
  }
  return (
    <div class="actions">
      {questions.length === 0 ? null : <Button look="primary" text={W.confirm} onPress={confirm} />}
      {isOpen && isEntry ? (
        <Button text={W.mend} onPress={() => go(app, `/mend/${record.id}`)} />
      ) : null}
      {isOpen && record.kind === 'inspection' ? (
        <Button text={W.mend} onPress={() => go(app, `/inspect/${record.id}/place`)} />
      ) : null}
      {record.state === 'stored' && isEntry ? (
        <Button text={W.correct} onPress={() => go(app, `/correct/${record.id}`)} />
      ) : null}
      {isOpen && !isDropping ? (
        <Button look="quiet" text={W.drop} onPress={() => setDropping(true)} />
      ) : null}
      {isDropping ? (
        <div class="card" role="alert">
          <p>{t(W.dropSure)}</p>
          <div class="card-buttons">
            <Button text={W.keep} onPress={() => setDropping(false)} />
            <Button look="danger" text={ENTRY_COPY.discard} onPress={drop} />
          </div>
        </div>
      ) : null}
    </div>
  )
}
