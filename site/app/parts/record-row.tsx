import { QUEUE_COPY as W } from '../../../worker/copy/app/queue.ts'
import { formatOn } from '../../../worker/copy/format.ts'
import type { DeviceAccount } from '../device/device.ts'
import type { QueuedRecord } from '../outbox/record.ts'
import { recordTitle } from '../queue/record-title.ts'
import { useApp, useAppState } from '../state/app-context.ts'
import { go } from '../state/navigate.ts'
import { useText } from './use-text.ts'

/** A record in a line: what, when, where, and what became of it. */
export function RecordRow(given: {
  readonly record: QueuedRecord
  readonly account: DeviceAccount
}) {
  const { record, account } = given
  const app = useApp()
  const t = useText()
  const { lang, queue } = useAppState()
  const { title, siteName } = recordTitle({ record, queue, kit: account.kit })
  return (
    <button type="button" class="row" onClick={() => go(app, `/record/${record.id}`)}>
      <span>
        <strong>{t(title)}</strong>
        <br />
        {formatOn(record.happenedOn, lang)}
        {siteName === null ? '' : ` · ${siteName}`}
      </span>
      <span class={`state ${record.state}`}>{t(W[record.state])}</span>
      {record.state === 'refused' && record.problem !== null ? (
        <span class="why">{record.problem.detail}</span>
      ) : null}
    </button>
  )
}
