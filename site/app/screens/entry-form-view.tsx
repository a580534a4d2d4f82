import { ENTRY_COPY as W } from '../../../worker/copy/app/entry.ts'
import { ENTRY_KINDS } from '../../../worker/domain/diary/entry-kinds/entry-kinds.ts'
import { isEmptyValue, isSameValue } from '../entry/draft-values.ts'
import type { EntryForm } from '../entry/entry-form.ts'
import { offerText } from '../entry/offer-text.ts'
import { likeLastTime } from '../entry/offers.ts'
import { DayChoice } from '../parts/day-choice.tsx'
import { EntryFieldInput } from '../parts/entry-field-input.tsx'
import { PhotoStrip } from '../parts/photo-strip.tsx'
import { PlaceChoice } from '../parts/place-choice.tsx'
import { ReasonField } from '../parts/reason-field.tsx'
import { useText } from '../parts/use-text.ts'
import { useAppState } from '../state/app-context.ts'

/** The form of a kind of work, out of its description: the photo first, then what an auditor looks for. */
export function EntryFormView({
  form,
  onLook,
}: {
  readonly form: EntryForm
  readonly onLook: () => void
}) {
  const { draft } = form
  const t = useText()
  return (
    <form
      class="entry"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onLook()
      }}
    >
      <ReasonField form={form} />
      {draft.takesBack === true ? null : <Questions form={form} />}
      <div class="submit">
        <button type="submit" class="primary">
          {t(W.next)}
        </button>
      </div>
    </form>
  )
}

/** Everything an entry is asked. */
function Questions({ form }: { readonly form: EntryForm }) {
  const { draft } = form
  const t = useText()
  const { fields } = ENTRY_KINDS[draft.kind]
  const asked = fields.filter(({ asked }) => asked !== 'optional')
  const more = fields.filter(({ asked }) => asked === 'optional')
  const isMoreOpen = more.some(
    ({ name }) => !isEmptyValue(draft.values[name]) || form.faults.has(`values.${name}`),
  )
  return (
    <>
      <PhotoStrip form={form} />
      <LikeLastTime form={form} />
      {asked.map((field) => (
        <EntryFieldInput key={field.name} {...{ form, field }} />
      ))}
      <DayChoice form={form} />
      <PlaceChoice form={form} />
      {more.length === 0 ? null : (
        <details class="more" open={isMoreOpen}>
          <summary>{t(W.more)}</summary>
          {more.map((field) => (
            <EntryFieldInput key={field.name} {...{ form, field }} />
          ))}
        </details>
      )}
    </>
  )
}

/** All that is the same from one time to the next, with one tap; what it says stands on it. */
function LikeLastTime({ form }: { readonly form: EntryForm }) {
  const { draft, past, change } = form
  const { lang } = useAppState()
  const t = useText()
  const last = likeLastTime({ kind: draft.kind, siteId: draft.siteId, past })
  if (last === null || draft.aim.does !== 'new') return null
  const { fields } = ENTRY_KINDS[draft.kind]
  const said = fields.flatMap((field) => {
    const value = last[field.name]
    return value === undefined ? [] : [offerText(field, value, lang)]
  })
  const isTaken = Object.entries(last).every(([name, value]) =>
    isSameValue(draft.values[name], value),
  )
  return (
    <button
      type="button"
      class="like-last"
      aria-pressed={isTaken}
      onClick={() => change({ values: { ...draft.values, ...last } })}
    >
      <strong>{t(W.likeLast)}</strong>
      <span>{said.slice(0, 4).join(' · ')}</span>
    </button>
  )
}
