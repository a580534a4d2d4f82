import type { EntryValue } from '../../../worker/domain/diary/entry-body.ts'
import type { DraftValue } from './draft.ts'

/** A value as the form shows it; a decimal as it is typed here, with a comma. */
export function draftValueOf(value: EntryValue): DraftValue {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if ('name' in value) return { name: value.name, id: value.id }
  return { value: value.value.replace('.', ','), unit: value.unit }
}

/** True where nothing was entered; a unit that was chosen alone says nothing. */
export function isEmptyValue(value: DraftValue | undefined): boolean {
  if (value === undefined) return true
  if (typeof value === 'string') return value.trim() === ''
  return ('name' in value ? value.name : value.value).trim() === ''
}

export function isSameValue(left: DraftValue | undefined, right: DraftValue): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}
