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
      {questions.length === 0 ? null : (
        <button type="button" class="primary" onClick={() => void confirm()}>
          {t(W.confirm)}
        </button>
      )}
      {isOpen && isEntry ? (
        <button type="button" onClick={() => go(app, `/mend/${record.id}`)}>
          {t(W.mend)}
        </button>
      ) : null}
      {isOpen && record.kind === 'inspection' ? (
        <button type="button" onClick={() => go(app, `/inspect/${record.id}/place`)}>
          {t(W.mend)}
        </button>
      ) : null}
      {record.state === 'stored' && isEntry ? (
        <button type="button" onClick={() => go(app, `/correct/${record.id}`)}>
          {t(W.correct)}
        </button>
      ) : null}
      {isOpen && !isDropping ? (
        <button type="button" class="quiet" onClick={() => setDropping(true)}>
          {t(W.drop)}
        </button>
      ) : null}
      {isDropping ? (
        <div class="card" role="alert">
          <p>{t(W.dropSure)}</p>
          <div class="card-buttons">
            <button type="button" onClick={() => setDropping(false)}>
              {t(W.keep)}
            </button>
            <button type="button" class="danger" onClick={() => void drop()}>
              {t(ENTRY_COPY.discard)}
            </button>
          </div>
        </div>
      ) : null}
    </div>
  )
}
