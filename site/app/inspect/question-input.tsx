import { useId } from 'preact/hooks'
import { ENTRY_COPY } from '../../../worker/copy/app/entry.ts'
import { MOST_PHOTOS } from '../../../worker/domain/inspections/answers.ts'
import { type FormItem, saidIn } from '../../../worker/domain/inspections/form/form.ts'
import type { TypedAnswer } from '../../../worker/domain/inspections/read-minutes.ts'
import { Chips } from '../parts/chips.tsx'
import { describedBy, FieldFrame } from '../parts/field-frame.tsx'
import { PhotoShelf } from '../parts/photo-shelf.tsx'
import { useText } from '../parts/use-text.ts'
import { useAppState } from '../state/app-context.ts'
import { PositionInput } from './position-input.tsx'
import type { Step } from './step.ts'

/** One question, by its type. */
export function QuestionInput(given: Step & { readonly item: FormItem }) {
  const { item, draft, change, faultOf } = given
  const id = useId()
  const { lang } = useAppState()
  const label = saidIn(item.label, lang)
  const hint = item.hint === undefined ? null : saidIn(item.hint, lang)
  const fault = faultOf(`answers.${item.name}`)
  const frame = { id, label, hint, fault, isRequired: item.required === true }
  const said = draft.answers[item.name]
  const answer = (value: TypedAnswer) =>
    change({ answers: { ...draft.answers, [item.name]: value } })
  const text = typeof said === 'string' ? said : ''
  const described = describedBy(frame)
  switch (item.type) {
    case 'select_one':
    case 'select_multiple':
      return <ChoiceInput {...{ ...given, label, hint, fault, said, answer }} />
    case 'image':
      return (
        <div class="field">
          <p>
            <strong>{label}</strong>
          </p>
          {hint === null ? null : <p class="hint">{hint}</p>}
          <PhotoShelf
            accountId={draft.accountId}
            photos={draft.photos[item.name] ?? []}
            most={MOST_PHOTOS}
            onPhotos={(photos) => change({ photos: { ...draft.photos, [item.name]: photos } })}
          />
          {fault === null ? null : <p class="fault">{fault}</p>}
        </div>
      )
    case 'geopoint':
      return <PositionInput {...{ label, fault, said, onPoint: answer }} />
    case 'date':
      return (
        <FieldFrame {...frame}>
          <input
            {...{ id, type: 'date', value: text, ...described }}
            onInput={(event) => answer(event.currentTarget.value)}
          />
        </FieldFrame>
      )
    default: {
      const isNumber = item.type === 'integer' || item.type === 'decimal'
      const inputmode = item.type === 'integer' ? 'numeric' : isNumber ? 'decimal' : 'text'
      const onInput = (event: { readonly currentTarget: { readonly value: string } }) =>
        answer(event.currentTarget.value)
      return (
        <FieldFrame {...frame}>
          {item.appearance === 'multiline' ? (
            <textarea {...{ id, rows: 3, value: text, onInput, ...described }} />
          ) : (
            <input {...{ id, inputmode, value: text, onInput, ...described }} autocomplete="off" />
          )}
        </FieldFrame>
      )
    }
  }
}

function ChoiceInput(given: {
  readonly item: FormItem
  readonly reading: Step['reading']
  readonly label: string
  readonly hint: string | null
  readonly fault: string | null
  readonly said: TypedAnswer | undefined
  readonly answer: (value: TypedAnswer) => void
}) {
  const { item, reading, label, hint, fault, said, answer } = given
  const t = useText()
  const { lang } = useAppState()
  const needed = item.required === true ? ` (${t(ENTRY_COPY.required)})` : ''
  const choices = reading?.compiled.form.lists[item.list ?? ''] ?? []
  const isMultiple = item.type === 'select_multiple'
  const some: readonly string[] = Array.isArray(said) ? said : []
  const choose = (name: string) => {
    if (!isMultiple) return answer(said === name ? '' : name)
    answer(some.includes(name) ? some.filter((each) => each !== name) : [...some, name])
  }
  return (
    <div class="field">
      <Chips
        label={`${label}${needed}`}
        choices={choices.map(({ name, label: text }) => ({
          ...{ key: name, value: name, text: saidIn(text, lang) },
        }))}
        chosen={(name) => (isMultiple ? some.includes(name) : said === name)}
        onChoose={choose}
      />
      {hint === null ? null : <p class="hint">{hint}</p>}
      {fault === null ? null : <p class="fault">{fault}</p>}
    </div>
  )
}
