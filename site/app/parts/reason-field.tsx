import { useId } from 'preact/hooks'
import { ENTRY_COPY as W } from '../../../worker/copy/app/entry.ts'
import type { EntryForm } from '../entry/entry-form.ts'
import { describedBy, FieldFrame } from './field-frame.tsx'
import { useText } from './use-text.ts'

/** Why an entry is corrected; asked of nothing else. */
export function ReasonField({ form }: { readonly form: EntryForm }) {
  const id = useId()
  const t = useText()
  const { draft, change, faults } = form
  if (draft.aim.does !== 'correct') return null
  const said = faults.get('reason')
  const fault = said === undefined ? null : t(said)
  const hint = t(W.reasonHint)
  return (
    <>
      <FieldFrame {...{ id, hint, fault }} label={t(W.reason)} isRequired>
        <input
          {...{ id, ...describedBy({ id, hint, fault }) }}
          type="text"
          autocomplete="off"
          value={draft.reason}
          onInput={(event) => change({ reason: event.currentTarget.value })}
        />
      </FieldFrame>
      <label class="check">
        <input
          type="checkbox"
          checked={draft.takesBack ?? false}
          onChange={(event) => change({ takesBack: event.currentTarget.checked })}
        />
        <span>
          {t(W.takeBack)}. <span class="hint">{t(W.takeBackHint)}</span>
        </span>
      </label>
    </>
  )
}
