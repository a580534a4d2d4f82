import { DIARY_QUESTIONS } from '../../copy/diary-faults.ts'
import { fillAll } from '../../copy/fill.ts'
import type { EntryValue, EntryValues } from './entry-body.ts'
import type { EntryQuestion } from './entry-fault.ts'
import type { EntryKind } from './entry-kinds/entry-kind.ts'
import { ENTRY_KINDS } from './entry-kinds/entry-kinds.ts'
import type { EntryField } from './entry-kinds/field.ts'
import { isMeasure } from './is-measure.ts'
import { doseRate, metricOf } from './measures/measure.ts'
import { valueText } from './value-text.ts'

/** What the figures of an entry make one ask, by themselves. */
export function figureQuestions(kind: EntryKind, values: EntryValues): EntryQuestion[] {
  const unusual = ENTRY_KINDS[kind].fields.flatMap((field): EntryQuestion[] => {
    const value = values[field.name]
    if (value === undefined || !isUnusual(field, value)) return []
    const said = { field: field.label, figure: valueText(field, value) }
    const text = fillAll(DIARY_QUESTIONS.unusual, said)
    return [{ code: `unusual_${field.name}`, path: `values.${field.name}`, text }]
  })
  return [...unusual, ...intervalQuestion(kind, values)]
}

function isUnusual({ type }: EntryField, value: EntryValue): boolean {
  if (type.is === 'count') return typeof value === 'number' && value > type.usual
  if (type.is !== 'measure' || !isMeasure(value)) return false
  const dose = doseRate(value)
  if (dose !== null) return dose.rate > (type.usualRate[dose.basis] ?? Number.POSITIVE_INFINITY)
  const metric = metricOf(value)
  const usual = metric === null ? undefined : type.usual[metric.dimension]
  return metric !== null && usual !== undefined && Number(metric.amount) > usual
}

/** Without its interval a treatment cannot warn of an early harvest. */
function intervalQuestion(kind: EntryKind, values: EntryValues): EntryQuestion[] {
  const asked = ENTRY_KINDS[kind].fields.find(
    ({ name }) => name === 'intervalDays' || name === 'withdrawalDays',
  )
  if (asked === undefined || values[asked.name] !== undefined) return []
  const path = `values.${asked.name}`
  return [{ code: 'interval_unknown', path, text: DIARY_QUESTIONS.intervalUnknown }]
}
