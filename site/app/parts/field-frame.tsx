import type { ComponentChildren } from 'preact'
import { ENTRY_COPY as W } from '../../../worker/copy/app/entry.ts'
import { useText } from './use-text.ts'

/** Label, hint and fault around an input, tied to it for whoever hears the page. */
export function FieldFrame(given: {
  readonly id: string
  readonly label: string
  readonly hint: string | null
  readonly fault: string | null
  readonly isRequired: boolean
  readonly children: ComponentChildren
}) {
  const { id, label, hint, fault, isRequired, children } = given
  const t = useText()
  return (
    <div class="field">
      <label for={id}>
        {label}
        {isRequired ? <span class="hint"> ({t(W.required)})</span> : null}
      </label>
      {hint === null ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {fault === null ? null : (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  )
}

/** What an input is described by. */
export function describedBy(given: {
  readonly id: string
  readonly hint: string | null
  readonly fault: string | null
}): { 'aria-describedby'?: string; 'aria-invalid'?: 'true' } {
  const ids = [given.hint === null ? '' : `${given.id}-hint`]
  ids.push(given.fault === null ? '' : `${given.id}-fault`)
  const text = ids.join(' ').trim()
  return {
    ...(text === '' ? {} : { 'aria-describedby': text }),
    ...(given.fault === null ? {} : { 'aria-invalid': 'true' as const }),
  }
}
