import { fill } from '../../../copy/fill.ts'
import { DIARY_ENTRIES_COPY as W } from '../../../copy/portal/diary-entries.ts'
import type { EntryValue, EntryValues } from '../../../domain/diary/entry-body.ts'
import type { EntryKind } from '../../../domain/diary/entry-kinds/entry-kind.ts'
import { ENTRY_KINDS } from '../../../domain/diary/entry-kinds/entry-kinds.ts'
import type { EntryField } from '../../../domain/diary/entry-kinds/field.ts'
import { isMeasure, isProduct } from '../../../domain/diary/is-measure.ts'
import { unitText } from '../../../domain/diary/measures/unit-table.ts'
import type { AreaRegion } from '../../../lib/measure/area.ts'
import { formatDecimal } from '../../../lib/measure/format-quantity.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { Choice, FormInput } from '../../../resources/form-input.ts'

/** What the form of a kind asks, as ordinary inputs without script. */
export function entryInputs(
  kind: EntryKind,
  shown: { readonly lang: Language; readonly households: readonly Choice[] },
): FormInput[] {
  const { lang, households } = shown
  const { fields } = ENTRY_KINDS[kind]
  return [
    { name: 'happenedOn', label: W.day[lang], type: 'date', required: true },
    ...householdInputs(kind, shown),
    ...fields.flatMap((field) => inputsOf(field, lang)),
    ...(households.length === 0 && ENTRY_KINDS[kind].households === 'none'
      ? []
      : [
          {
            ...{ name: 'onBehalfOf', label: W.onBehalfOf[lang], hint: W.onBehalfHint[lang] },
            ...{ maxlength: 120, group: W.more[lang] },
          },
        ]),
  ]
}

const FEW_HOUSEHOLDS = 6

function householdInputs(
  kind: EntryKind,
  { lang, households }: { readonly lang: Language; readonly households: readonly Choice[] },
): FormInput[] {
  if (households.length === 0) return []
  const name = 'householdIds'
  switch (ENTRY_KINDS[kind].households) {
    case 'none':
      return []
    case 'one':
      return [{ name, label: W.household[lang], type: 'select', choices: households }]
    case 'many': {
      const [label, hint] = [W.households[lang], W.householdsHint[lang]]
      // A long list would stand before everything else that is asked.
      const folded = households.length > FEW_HOUSEHOLDS ? { group: label } : {}
      return [{ name, label, hint, type: 'checks', choices: households, ...folded }]
    }
  }
}

function inputsOf(field: EntryField, lang: Language): FormInput[] {
  const { type } = field
  const name = inputName(field)
  const base = {
    name,
    label: field.label[lang],
    required: field.asked === 'required',
    ...(field.hint === null ? {} : { hint: field.hint[lang] }),
    ...(field.asked === 'optional' ? { group: W.more[lang] } : {}),
  }
  switch (type.is) {
    case 'text':
      return [{ ...base, maxlength: type.most, type: type.isLong ? 'textarea' : 'text' }]
    case 'product':
      return [{ ...base, maxlength: 200 }]
    case 'choice': {
      const choices = Object.entries(type.choices)
      return [
        {
          ...{ ...base, type: 'select' as const },
          choices: choices.map(([value, text]) => ({ value, text: text[lang] })),
        },
      ]
    }
    case 'count':
      return [{ ...base, inputmode: 'numeric' }]
    case 'date':
      return [{ ...base, type: 'date' }]
    case 'time':
      return [{ ...base, hint: W.timeHint[lang] }]
    case 'measure': {
      const units = type.units.map((unit) => ({ value: unit, text: unitText(unit)[lang] }))
      const row = { ...base, row: field.name }
      return [
        { ...row, inputmode: 'decimal' },
        {
          ...{ ...row, name: unitName(field), type: 'select', choices: units },
          label: fill(W.unitOf[lang], { field: field.label[lang] }),
          // It always says one: whoever leaves the figure out leaves out both.
          required: true,
        },
      ]
    }
  }
}

/** What the form says of values: those that were entered, or are offered again. */
export function entryTexts(
  kind: EntryKind,
  given: { readonly values: EntryValues; readonly region: AreaRegion | null },
): Record<string, string> {
  const { values, region } = given
  const texts = ENTRY_KINDS[kind].fields.flatMap((field): [string, string][] => {
    const value = values[field.name]
    const said = value === undefined ? '' : textOf(value)
    if (field.type.is !== 'measure') return [[inputName(field), said]]
    const unit = value !== undefined && isMeasure(value) ? value.unit : usualUnit(field, region)
    return [
      [inputName(field), said],
      [unitName(field), unit],
    ]
  })
  return Object.fromEntries(texts)
}

function textOf(value: EntryValue): string {
  if (isProduct(value)) return value.name
  return isMeasure(value) ? formatDecimal(value.value) : String(value)
}

const AREA_UNIT: Readonly<Record<AreaRegion, string>> = {
  north: 'sao_bac',
  centre: 'sao_trung',
  south: 'cong',
}

/** The unit people of the region say; else the first of the list. */
function usualUnit({ type, name }: EntryField, region: AreaRegion | null): string {
  if (type.is !== 'measure') return ''
  const local = name === 'area' && region !== null ? AREA_UNIT[region] : undefined
  return local ?? type.units[0] ?? ''
}

/** The values as they were sent, for the reading that device and server share. */
export function typedEntryValues(
  kind: EntryKind,
  texts: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const values = ENTRY_KINDS[kind].fields.map((field) => {
    const value = texts[inputName(field)] ?? ''
    if (field.type.is !== 'measure') return [field.name, value]
    return [field.name, { value, unit: texts[unitName(field)] ?? '' }]
  })
  return Object.fromEntries(values)
}

/** Ids that were ticked. */
export function typedHouseholds(texts: Readonly<Record<string, string>>): string[] {
  return (texts['householdIds'] ?? '').split('\n').filter((id) => id !== '')
}

function inputName({ name }: EntryField): string {
  return `values.${name}`
}

function unitName({ name }: EntryField): string {
  return `values.${name}.unit`
}

/** Households to choose from: their names with their plots. */
export function householdChoices(
  households: readonly {
    readonly id: string
    readonly name: string
    readonly plot: string | null
  }[],
): Choice[] {
  return households.map(({ id, name, plot }) => ({
    value: id,
    text: plot === null ? name : `${name} (${plot})`,
  }))
}
