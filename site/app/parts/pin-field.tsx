import { useEffect, useId, useRef } from 'preact/hooks'
import { GATE_COPY } from '../../../worker/copy/app/gate.ts'
import { useText } from './use-text.ts'

/** Figures on the phone's number keys, not shown. */
export function PinField(given: {
  readonly label: string
  readonly value: string
  readonly onInput: (pin: string) => void
  readonly autoFocus?: boolean
}) {
  const id = useId()
  const t = useText()
  const field = useRef<HTMLInputElement>(null)
  const { autoFocus = false } = given
  useEffect(() => {
    if (autoFocus) field.current?.focus()
  }, [autoFocus])
  return (
    <div class="field">
      <label for={id}>{given.label}</label>
      <p class="hint" id={`${id}-hint`}>
        {t(GATE_COPY.pinHint)}
      </p>
      <input
        id={id}
        ref={field}
        class="pin"
        type="password"
        inputMode="numeric"
        autocomplete="off"
        maxLength={6}
        aria-describedby={`${id}-hint`}
        value={given.value}
        onInput={(event) => given.onInput(event.currentTarget.value)}
      />
    </div>
  )
}
