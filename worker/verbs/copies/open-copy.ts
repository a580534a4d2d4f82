import type { BatchRow } from '../../../db/queries/batches.ts'
import { readSuspected, type SuspectedLabel } from '../../../db/queries/copies.ts'
import {
  type LabelConfirmation,
  readConfirmation,
} from '../../../db/queries/label-confirmations.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { type CountedDay, countedVisitors } from '../../domain/copies/decide-copy-suspected.ts'
import { loadBatch } from '../batches/load-batch.ts'
import type { Reading } from '../context.ts'
import { notFound } from '../guard/refusals.ts'
import { daysOf } from '../scan/counted-days.ts'

/** A unit's label as an address names it: `gtin` where its serial is counted within the GTIN. */
export type NamedUnit = {
  readonly ref: string
  readonly serial: string
  readonly gtin: string | null
}

export type OpenedCopy = {
  readonly batch: BatchRow
  readonly label: SuspectedLabel
  readonly days: readonly CountedDay[]
  /** Of all days with several. */
  readonly visitors: number
  /** How often its PIN was given right; null where it never was or has none. */
  readonly confirmation: LabelConfirmation | null
}

/** A label that is suspect of copying, of a batch that the inspector answers for. */
export async function openCopy(ctx: Reading, named: NamedUnit): Promise<OpenedCopy> {
  const batch = await loadBatch(ctx, named.ref, 'copies.inspect')
  const { gtin } = named
  const unitSpace = gtin === null ? `B/${batch.ref}` : `01/${gtin}`
  const serial = /^[1-9]\d{0,14}$/.test(named.serial) ? Number(named.serial) : 0
  const unit = { unitSpace, serial }
  const [label, confirmation] =
    serial === 0
      ? [null, null]
      : await Promise.all([readSuspected(ctx.db, unit), readConfirmation(ctx.db, unit)])
  if (label === null || label.batchId !== batch.id) throw notFound(THINGS.copy)
  const days = daysOf(label.cells)
  return { batch, label, days, visitors: countedVisitors(days), confirmation }
}
