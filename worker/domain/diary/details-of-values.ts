import { DIARY_FIELDS, DIARY_KINDS } from '../../copy/diary.ts'
import type { EntryValue, EntryValues } from './entry-body.ts'
import type { EntryKind } from './entry-kinds/entry-kind.ts'
import { ENTRY_KINDS } from './entry-kinds/entry-kinds.ts'
import type { EntryField } from './entry-kinds/field.ts'
import { isMeasure, isProduct } from './is-measure.ts'
import { metricOf } from './measures/measure.ts'
import { isSimpleUnit, SIMPLE_UNITS, unitText } from './measures/unit-table.ts'
import { valueText } from './value-text.ts'

/** What an entry has told, under the names lists and programs know, in metric figures and Vietnamese words. */
export type Details = Readonly<Record<string, string | number>>

/** The particulars of an entry as every diary has them, whoever wrote it and however. */
export function detailsOf(kind: EntryKind, values: EntryValues): Details {
  const pairs = ENTRY_KINDS[kind].fields.flatMap((field) => {
    const value = values[field.name]
    return value === undefined ? [] : detailsOfField(field, value)
  })
  return Object.fromEntries(pairs)
}

function detailsOfField(field: EntryField, value: EntryValue): [string, string | number][] {
  const { name, type } = field
  if (isProduct(value)) return [[name, value.name]]
  if (typeof value === 'number') return [[name, value]]
  if (!isMeasure(value)) return [[name, type.is === 'choice' ? valueText(field, value).vi : value]]
  const metric = type.is === 'measure' && type.metric !== null ? type.metric : null
  const figure = metric === null ? null : metricDetail(metric, value)
  if (name === 'quantity') {
    const said: [string, string | number][] = [
      ['quantity', Number(value.value)],
      ['unit', unitText(value.unit).vi],
    ]
    // A figure in kilograms is its own metric.
    return figure === null || value.unit === 'kg' ? said : [...said, ['quantityKg', figure]]
  }
  const text: [string, string] = [name, valueText(field, value).vi]
  if (metric === null || figure === null) return [text]
  // Said in the metric unit itself, the figure says it all.
  const isMetric = name === metric || DIARY_FIELDS[metric].unit === value.unit
  return isMetric ? [[metric, figure]] : [text, [metric, figure]]
}

/** The figure in the unit that the detail is kept in; null where it was said in another dimension. */
function metricDetail(
  name: keyof typeof DIARY_FIELDS,
  value: Parameters<typeof metricOf>[0],
): number | null {
  const metric = metricOf(value)
  const unit = DIARY_FIELDS[name].unit
  if (metric === null || unit === null || !isSimpleUnit(unit)) return null
  const { dimension, factor } = SIMPLE_UNITS[unit]
  return dimension === metric.dimension ? Number(metric.amount) / Number(factor) : null
}

/** What was done, in one line: the kind of work with what or how much. */
export function summaryOf(kind: EntryKind, values: EntryValues): string {
  const work = DIARY_KINDS[kind].name.vi
  const led = ENTRY_KINDS[kind].fields.find(
    ({ name }) => LEADING.has(name) && values[name] !== undefined,
  )
  const value = led === undefined ? undefined : values[led.name]
  if (led === undefined || value === undefined) return work
  const text = valueText(led, value).vi
  return kind === 'other' ? text : `${work}: ${text}`
}

/** What tells most of an entry, the first of them that it says. */
const LEADING: ReadonlySet<string> = new Set([
  'product',
  'pest',
  'step',
  'topic',
  'criterion',
  'item',
  'category',
  'quantity',
  'place',
  'to',
  'method',
  'source',
])
