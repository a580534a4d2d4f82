import { useId } from 'preact/hooks'
import type { EntryField } from '../../../worker/domain/diary/entry-kinds/field.ts'
import type { DraftValue } from '../entry/draft.ts'
import { isSameValue } from '../entry/draft-values.ts'
import type { EntryForm } from '../entry/entry-form.ts'
import { offerText } from '../entry/offer-text.ts'
import { offersFor } from '../entry/offers.ts'
import { valuesOfPastProduct } from '../entry/values-of-past-product.ts'
import { useAppState } from '../state/app-context.ts'
import { Chips } from './chips.tsx'
import { describedBy, FieldFrame } from './field-frame.tsx'
import { MeasureInput } from './measure-input.tsx'
import { ProductInput } from './product-input.tsx'
import { SpeakButton } from './speak-button.tsx'
import { useText } from './use-text.ts'

/** One question of an entry: what was said last is offered first, then there is room to write. */
export function EntryFieldInput({
  form,
  field,
}: {
  readonly form: EntryForm
  readonly field: EntryField
}) {
  const id = useId()
  const t = useText()
  const { lang } = useAppState()
  const { draft, past, ownName, changeValue } = form
  const value = draft.values[field.name]
  const said = form.faults.get(`values.${field.name}`)
  const fault = said === undefined ? null : t(said)
  const hint = field.hint === null ? null : t(field.hint)
  const label = t(field.label)
  const offers = offersFor({ field, kind: draft.kind, siteId: draft.siteId, past, ownName })
  const described = describedBy({ id, hint, fault })
  const set = (next: DraftValue, how?: 'spoken') => changeValue(field.name, next, how)
  return (
    <FieldFrame {...{ id, label, hint, fault }} isRequired={field.asked === 'required'}>
      {field.type.is === 'choice' ? null : (
        <Chips
          label={label}
          isQuiet
          choices={offers.map((offer) => ({
            key: JSON.stringify(offer),
            text: offerText(field, offer, lang),
            value: offer,
          }))}
          chosen={(offer) => isSameValue(value, offer)}
          onChoose={(offer) => {
            if (isSameValue(value, offer)) set('')
            else if (field.type.is === 'product')
              form.change({ values: valuesOfPastProduct(offer, draft, past) })
            else set(offer)
          }}
        />
      )}
      <Input {...{ id, form, field, label, value, described, set }} lastUnit={unitOf(offers[0])} />
    </FieldFrame>
  )
}

function unitOf(value: DraftValue | undefined): string | null {
  return typeof value === 'object' && 'unit' in value ? value.unit : null
}

type InputProps = {
  readonly id: string
  readonly form: EntryForm
  readonly field: EntryField
  readonly label: string
  readonly value: DraftValue | undefined
  readonly described: ReturnType<typeof describedBy>
  readonly lastUnit: string | null
  readonly set: (value: DraftValue, how?: 'spoken') => void
}

function Input(given: InputProps) {
  const { id, form, field, label, value, described, lastUnit, set } = given
  const t = useText()
  const { type } = field
  const text = typeof value === 'string' ? value : ''
  const written = {
    ...{ id, ...described, value: text },
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      set(event.currentTarget.value),
  }
  switch (type.is) {
    case 'measure':
      return (
        <MeasureInput {...{ id, label, value, described, set, type, lastUnit }} site={form.site} />
      )
    case 'product':
      return <ProductInput {...{ id, form, label, value, described, set }} list={type.list} />
    case 'choice':
      return (
        <Chips
          label={label}
          isQuiet
          choices={Object.entries(type.choices).map(([key, name]) => ({
            ...{ key, value: key },
            text: t(name),
          }))}
          chosen={(key) => key === text}
          onChoose={(key) => set(key === text ? '' : key)}
        />
      )
    case 'text':
      return (
        <div class="with-speak">
          {type.isLong ? (
            <textarea {...written} rows={3} />
          ) : (
            <input {...written} type="text" autocomplete="off" />
          )}
          <SpeakButton
            label={label}
            onSaid={(said) => set(text === '' ? said : `${text} ${said}`, 'spoken')}
          />
        </div>
      )
    case 'count':
      return <input {...written} type="text" inputMode="numeric" autocomplete="off" />
    case 'date':
    case 'time':
      return <input {...written} type={type.is} />
  }
}
