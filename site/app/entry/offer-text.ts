import { unitName } from '../../../worker/copy/units.ts'
import type { EntryField } from '../../../worker/domain/diary/entry-kinds/field.ts'
import { isUnit, unitText } from '../../../worker/domain/diary/measures/unit-table.ts'
import type { Language } from '../../../worker/lib/text/local-text.ts'
import type { DraftValue } from './draft.ts'

/** A value of a form in few words, for a button. */
export function offerText({ type }: EntryField, value: DraftValue, lang: Language): string {
  if (typeof value === 'string') {
    if (type.is === 'choice') return type.choices[value]?.[lang] ?? value
    const unit = type.is === 'count' ? type.unit : null
    return unit === null ? value : `${value}\u00a0${unitName(unit, lang)}`
  }
  if ('name' in value) return value.name
  const unit = isUnit(value.unit) ? unitText(value.unit)[lang] : value.unit
  return `${value.value}\u00a0${unit}`
}
