import { useId } from 'preact/hooks'
import { describedBy, FieldFrame } from '../parts/field-frame.tsx'

/** A line or some lines with their label. */
export function TextField(given: {
  readonly label: string
  readonly value: string
  readonly fault?: string | null
  readonly isRequired?: boolean
  readonly rows?: number
  readonly isDay?: boolean
  readonly max?: number
  readonly onText: (text: string) => void
}) {
  const id = useId()
  const { label, value, fault = null, isRequired = false, rows, isDay = false, max = 200 } = given
  const frame = { id, label, hint: null, fault, isRequired }
  const onInput = (event: { readonly currentTarget: { readonly value: string } }) =>
    given.onText(event.currentTarget.value)
  return (
    <FieldFrame {...frame}>
      {rows !== undefined ? (
        <textarea {...{ id, rows, value, onInput, maxLength: max, ...describedBy(frame) }} />
      ) : isDay ? (
        <input {...{ id, value, onInput, ...describedBy(frame) }} type="date" />
      ) : (
        <input {...{ id, value, onInput, maxLength: max, ...describedBy(frame) }} />
      )}
    </FieldFrame>
  )
}
