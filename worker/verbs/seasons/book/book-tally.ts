import type { BookEntry } from '../../../../db/queries/season-book.ts'
import type { DiaryKind } from '../../../copy/diary.ts'
import { stockAmount } from '../../../domain/stock/stock-amount.ts'
import { lateDays } from './entry-cells.ts'

/** What entries of a kind come to. */
export type KindTally = {
  entries: number
  late: number
  checked: number
  withPhotos: number
  /** Of those that say a weight. */
  kilograms: number
}

/** Counts entries as they go by. */
export function bookTally() {
  const byKind = new Map<DiaryKind, KindTally>()
  return {
    byKind,
    count: (kind: DiaryKind, entries: readonly BookEntry[]) => {
      const tally = byKind.get(kind) ?? {
        ...{ entries: 0, late: 0, checked: 0, withPhotos: 0, kilograms: 0 },
      }
      byKind.set(kind, tally)
      for (const entry of entries) {
        tally.entries += 1
        if (lateDays(entry) !== null) tally.late += 1
        if (entry.checks.length > 0) tally.checked += 1
        if (entry.photos > 0) tally.withPhotos += 1
        const amount = stockAmount(entry.entered, entry.details)
        if (amount?.unit === 'kg') tally.kilograms += Number(amount.value)
      }
    },
  }
}
