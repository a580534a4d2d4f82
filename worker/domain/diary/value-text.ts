import { formatNumber, formatOn } from '../../copy/format.ts'
import { unitName } from '../../copy/units.ts'
import type { Language, LocalText } from '../../lib/text/local-text.ts'
import type { EntryValue } from './entry-body.ts'
import type { EntryField } from './entry-kinds/field.ts'
import { isMeasure, isProduct } from './is-measure.ts'
import { unitText } from './measures/unit-table.ts'

/** A value as people read it: the figure and unit as they were entered, a choice by its name. */
export function valueText(field: EntryField, value: EntryValue): LocalText {
  return { vi: say(field, value, 'vi'), en: say(field, value, 'en'), zh: say(field, value, 'zh') }
}

function say({ type }: EntryField, value: EntryValue, lang: Language): string {
  if (isMeasure(value))
    return `${formatNumber(Number(value.value), lang)}\u00a0${unitText(value.unit)[lang]}`
  if (isProduct(value)) return value.name
  if (typeof value === 'number') {
    const unit = type.is === 'count' ? type.unit : null
    const number = formatNumber(value, lang)
    return unit === null ? number : `${number}\u00a0${unitName(unit, lang)}`
  }
  if (type.is === 'choice') return type.choices[value]?.[lang] ?? value
  return type.is === 'date' ? formatOn(value, lang) : value
}
