import { DIARY_KINDS, type DiaryKind } from '../../copy/diary.ts'
import { waitingDaysOf } from '../../domain/diary/pre-harvest.ts'
import type { DiaryWords } from '../../domain/lists/records/diary-records.ts'
import { parseQuantity, type Quantity } from '../../lib/measure/mass.ts'
import { diarySummary } from './diary-entry-text.ts'

/** An entry as it is stored. */
export type StoredEntry = {
  readonly kind: string
  readonly occurredOn: string
  readonly summary: string
  readonly details: Readonly<Record<string, string | number>>
}

/**
 * What a stored entry says, as a line of a diary would: the way back from `diarySummary` and
 * `diaryDetails`. A summary that was not made there is the work itself, as written.
 */
export function wordsOfEntry(entry: StoredEntry): DiaryWords {
  const { summary, details } = entry
  const kind = kindOf(entry.kind)
  const text = (name: string) => textOf(details[name])
  const words = {
    occurredOn: entry.occurredOn,
    kind,
    plot: text('plot'),
    crop: text('crop'),
    productName: text('product'),
    activeIngredient: text('activeIngredient'),
    dose: text('dose'),
    quantity: quantityOf(details),
    method: text('method'),
    targetPest: text('targetPest'),
    preHarvestIntervalDays: waitingDaysOf(details),
    operatorRole: text('operator'),
    note: text('note'),
    batchRef: text('lot'),
  }
  const rest = diarySummary({ ...words, kindText: '' })
  const kindText = rest !== '' && summary.endsWith(rest) ? summary.slice(0, -rest.length) : summary
  return { ...words, kindText }
}

function kindOf(kind: string): DiaryKind {
  return Object.hasOwn(DIARY_KINDS, kind) ? (kind as DiaryKind) : 'other'
}

function textOf(value: string | number | undefined): string | null {
  return value === undefined || value === '' ? null : String(value)
}

function quantityOf(details: StoredEntry['details']): Quantity | null {
  const { quantity, unit } = details
  if (quantity === undefined || unit === undefined) return null
  const reading = parseQuantity(quantity, String(unit))
  if (!reading.ok) return null
  const { value, quantityKg } = reading
  return { value, unit: reading.unit, quantityKg }
}
