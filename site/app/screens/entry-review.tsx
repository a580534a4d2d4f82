import { useState } from 'preact/hooks'
import { ENTRY_COPY as W } from '../../../worker/copy/app/entry.ts'
import { fill } from '../../../worker/copy/fill.ts'
import { formatOn } from '../../../worker/copy/format.ts'
import { ENTRY_KINDS } from '../../../worker/domain/diary/entry-kinds/entry-kinds.ts'
import type { EntryReading } from '../../../worker/domain/diary/parse-entry-body.ts'
import { valueText } from '../../../worker/domain/diary/value-text.ts'
import { daysBetween, toCalendarDate } from '../../../worker/lib/time/calendar-date.ts'
import type { EntryForm } from '../entry/entry-form.ts'
import { waitingText } from '../entry/waiting-text.ts'
import { Alert } from '../parts/alert.tsx'
import { Button } from '../parts/button.tsx'
import { FactList } from '../parts/fact-list.tsx'
import { KeptPhotoView, PhotoView } from '../parts/photo-view.tsx'
import { QuestionList } from '../parts/question-list.tsx'
import { useText } from '../parts/use-text.ts'
import { useAppState } from '../state/app-context.ts'

/** All of an entry as it will be kept, with how long goods must wait; then it is saved. */
export function EntryReview(given: {
  readonly form: EntryForm
  readonly reading: EntryReading
  readonly told: string | null
  readonly onSave: () => Promise<void>
}) {
  const { form, reading, told, onSave } = given
  const t = useText()
  const [isBusy, setBusy] = useState(false)
  const { draft, questions } = form
  const isAnswered = questions.every(({ code }) => draft.confirm.includes(code))
  const save = async () => {
    setBusy(true)
    await onSave()
    setBusy(false)
  }
  return (
    <div class="review">
      <p class="lead">{t(W.reviewTitle)}</p>
      {draft.takesBack === true ? (
        <FactList
          facts={[
            { label: t(W.reason), text: draft.reason },
            { label: t(W.takeBack), text: t(W.takeBackHint) },
          ]}
        />
      ) : (
        <>
          <Waits {...{ form, reading }} />
          <Facts {...{ form, reading }} />
        </>
      )}
      <ul class="photos">
        {draft.keptPhotos.map((sha256, at) => (
          <li key={sha256}>
            <KeptPhotoView
              {...{ sha256, accountId: draft.accountId }}
              alt={fill(t(W.photoAlt), { n: at + 1 })}
            />
          </li>
        ))}
        {draft.photos.map((photo, at) => (
          <li key={at}>
            <PhotoView {...{ photo }} alt={fill(t(W.photoAlt), { n: at + 1 })} />
          </li>
        ))}
      </ul>
      <QuestionList form={form} />
      <Alert text={told} />
      <Button
        look="primary"
        text={isBusy ? W.saving : W.save}
        isOff={isBusy || !isAnswered}
        onPress={save}
      />
      <Button look="quiet" text={W.change} onPress={() => history.back()} />
    </div>
  )
}

/** “Cách ly đến ngày …”, and by how many days it is written late. */
function Waits({ form, reading }: { readonly form: EntryForm; readonly reading: EntryReading }) {
  const t = useText()
  const { occurredOn } = form.draft
  const waits = reading.ok ? waitingText({ occurredOn, values: reading.entry.values }) : null
  const [on, today] = [toCalendarDate(occurredOn), toCalendarDate(form.today)]
  const late = on === null || today === null ? 0 : daysBetween(on, today)
  return (
    <>
      {waits === null ? null : <p class="waits">{t(waits)}</p>}
      {late > 1 ? <p class="hint">{fill(t(W.lateBy), { n: late })}</p> : null}
    </>
  )
}

function Facts({ form, reading }: { readonly form: EntryForm; readonly reading: EntryReading }) {
  const t = useText()
  const { lang, accounts } = useAppState()
  const { draft, site } = form
  if (!reading.ok) return null
  const { values } = reading.entry
  const kit = accounts.find(({ id }) => id === draft.accountId)?.kit
  const season = kit?.seasons?.find(({ id }) => id === draft.seasonId)
  const households = (site?.households ?? []).filter(({ id }) => draft.householdIds.includes(id))
  const said = ENTRY_KINDS[draft.kind].fields.flatMap((field) => {
    const value = values[field.name]
    if (value !== undefined) return [{ label: t(field.label), text: t(valueText(field, value)) }]
    // What an auditor looks for is missed here, not later.
    return field.asked === 'expected' ? [{ label: t(field.label), text: t(W.emptyExpected) }] : []
  })
  const facts = [
    ...(draft.aim.does === 'correct' ? [{ label: t(W.reason), text: draft.reason }] : []),
    { label: t(W.day), text: formatOn(draft.occurredOn, lang) },
    { label: t(W.site), text: site?.name ?? '' },
    ...(season === undefined ? [] : [{ label: t(W.season), text: season.name }]),
    ...(households.length === 0
      ? []
      : [{ label: t(W.households), text: households.map(({ name }) => name).join(', ') }]),
    ...(draft.onBehalfOf === null ? [] : [{ label: t(W.toldBy), text: draft.onBehalfOf }]),
    ...said,
  ]
  return <FactList facts={facts} />
}
