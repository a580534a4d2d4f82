import { useState } from 'preact/hooks'
import { ENTRY_COPY } from '../../../worker/copy/app/entry.ts'
import { QUEUE_COPY as W } from '../../../worker/copy/app/queue.ts'
import { fill } from '../../../worker/copy/fill.ts'
import { formatAt, formatOn } from '../../../worker/copy/format.ts'
import type { DeviceAccount } from '../device/device.ts'
import type { QueuedRecord } from '../outbox/record.ts'
import { Alert } from '../parts/alert.tsx'
import { FactList } from '../parts/fact-list.tsx'
import { KeptPhotoView } from '../parts/photo-view.tsx'
import { RecordActions } from '../parts/record-actions.tsx'
import { useText } from '../parts/use-text.ts'
import { recordFacts } from '../queue/record-facts.ts'
import { recordTitle } from '../queue/record-title.ts'
import { useAppState } from '../state/app-context.ts'

/** One record of the queue: all it says, what became of it, and what its author can do about it. */
export function RecordScreen(given: {
  readonly record: QueuedRecord
  readonly account: DeviceAccount
}) {
  const { record, account } = given
  const t = useText()
  const { lang, queue } = useAppState()
  const [told, setTold] = useState<string | null>(null)
  const { title, siteName } = recordTitle({ record, queue, kit: account.kit })
  const facts = [
    { label: t(ENTRY_COPY.day), text: formatOn(record.happenedOn, lang) },
    ...(siteName === null ? [] : [{ label: t(ENTRY_COPY.site), text: siteName }]),
    ...recordFacts({ record, queue, kit: account.kit, lang }),
  ]
  return (
    <section>
      <h1>{t(title)}</h1>
      <p>
        <span class={`state ${record.state}`}>{t(W[record.state])}</span>{' '}
        <span class="hint">{fill(t(W.madeAt), { at: formatAt(record.madeAt, lang) })}</span>
      </p>
      <Why record={record} />
      <FactList facts={facts} />
      {record.photos.length === 0 ? null : (
        <ul class="photos">
          {record.photos.map((sha256, at) => (
            <li key={sha256}>
              <KeptPhotoView
                {...{ sha256, accountId: account.id }}
                alt={fill(t(ENTRY_COPY.photoAlt), { n: at + 1 })}
              />
            </li>
          ))}
        </ul>
      )}
      <Alert text={told} />
      <RecordActions {...{ record, account }} onTold={setTold} />
    </section>
  )
}

/** Why it was not accepted, in the server's own words. */
function Why({ record }: { readonly record: QueuedRecord }) {
  const { problem } = record
  if (problem === null || record.state === 'stored') return null
  const errors = problem.errors ?? []
  const questions = problem.questions ?? []
  return (
    <div class="why">
      <p>{problem.detail}</p>
      <ul>
        {errors.map(({ path, message }) => (
          <li key={path}>{message}</li>
        ))}
        {questions.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
    </div>
  )
}
