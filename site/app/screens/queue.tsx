import { FRAME_COPY } from '../../../worker/copy/app/frame.ts'
import { QUEUE_COPY as W } from '../../../worker/copy/app/queue.ts'
import type { DeviceAccount } from '../device/device.ts'
import { isSettled, type QueuedRecord } from '../outbox/record.ts'
import { Button } from '../parts/button.tsx'
import { LineState } from '../parts/line-state.tsx'
import { QueueFile } from '../parts/queue-file.tsx'
import { RecordRow } from '../parts/record-row.tsx'
import { useText } from '../parts/use-text.ts'
import { useApp, useAppState } from '../state/app-context.ts'
import { sync } from '../state/sync.ts'

/** What waits, what was not accepted and why, and what went lately. */
export function Queue({ account }: { readonly account: DeviceAccount }) {
  const app = useApp()
  const t = useText()
  const { queue } = useAppState()
  const isSending = queue.some(({ state }) => state === 'sending')
  const refused = queue.filter(({ state }) => state === 'refused')
  const waiting = queue.filter((record) => record.state !== 'refused' && !isDone(record))
  const settled = queue.filter(isDone).reverse()
  return (
    <section>
      <h1>{t(W.title)}</h1>
      <LineState account={account} />
      {queue.length === 0 ? <p>{t(W.empty)}</p> : null}
      <Records title={t(W.refusedTitle)} records={refused} {...{ account }} />
      <Records title={t(W.waitingTitle)} records={waiting} {...{ account }} />
      {waiting.length === 0 ? null : (
        <Button
          look="primary"
          text={isSending ? FRAME_COPY.sending : W.send}
          isOff={isSending}
          onPress={() => sync(app, { force: true })}
        />
      )}
      <Records
        title={t(W.settledTitle)}
        records={settled}
        note={t(W.settledNote)}
        {...{ account }}
      />
      <QueueFile account={account} />
    </section>
  )
}

function isDone(record: QueuedRecord): boolean {
  return record.state !== 'sending' && isSettled({ state: record.state })
}

function Records(given: {
  readonly title: string
  readonly note?: string
  readonly records: readonly QueuedRecord[]
  readonly account: DeviceAccount
}) {
  const { title, note, records, account } = given
  if (records.length === 0) return null
  return (
    <div>
      <h2>{title}</h2>
      {note === undefined ? null : <p class="hint">{note}</p>}
      <ul class="rows">
        {records.map((record) => (
          <li key={record.id}>
            <RecordRow {...{ record, account }} />
          </li>
        ))}
      </ul>
    </div>
  )
}
