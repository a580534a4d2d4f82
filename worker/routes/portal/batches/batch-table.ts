import type { BatchListRow } from '../../../../db/queries/batch-list.ts'
import { formatOn, formatQuantity } from '../../../copy/format.ts'
import { BATCH_COPY as W } from '../../../copy/portal/batch.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { pathIn } from '../path-in.ts'
import type { ColumnOf } from '../table-of.ts'
import { column } from '../table-of.ts'

/** The columns of a table of batches, by their own lot numbers. */
export function batchColumns(lang: Language): readonly ColumnOf<BatchListRow>[] {
  return [
    column(W.lot, ({ lot, ref }) => ({ text: lot, href: batchPath(ref), code: true })),
    column(W.product, ({ product, organisation }) => ({ text: product, small: organisation })),
    column(W.quantity, ({ quantityValue: value, quantityUnit: unit }) =>
      formatQuantity({ value, unit }, lang),
    ),
    column(W.packedOn, ({ packedOn }) => (packedOn === null ? W.none : formatOn(packedOn, lang))),
    column(W.state, (row) => stateOf(row, lang)),
  ]
}

/** Recalled, open, sealed or annulled, in a word. */
export function stateOf(
  row: {
    readonly sealedAt: number | null
    readonly annulledAt: number | null
    readonly isRecalled?: boolean
  },
  lang: Language,
): string {
  if (row.isRecalled === true) return W.isRecalled[lang]
  if (row.annulledAt !== null) return W.isAnnulled[lang]
  return (row.sealedAt === null ? W.open : W.sealed)[lang]
}

/** The page of a batch in the portal. */
export const batchPath = pathIn('/portal/batches')
