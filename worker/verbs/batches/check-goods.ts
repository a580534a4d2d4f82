import { findHarvests, type HarvestRow } from '../../../db/queries/batch-goods.ts'
import { fillAll } from '../../copy/fill.ts'
import { formatOn } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import { GOODS_REFUSALS } from '../../copy/refusals/goods.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DatedLookup } from '../context.ts'
import type { FieldError } from '../errors.ts'
import type { BatchFields } from './batch-input.ts'
import { harvestKgOf } from './harvest-kg.ts'

/** A harvest and how much of it went in. */
export type CheckedHarvest = {
  readonly row: HarvestRow
  readonly quantityKg: number
  /** What the diary says was harvested, as it stands now. */
  readonly harvestedKg: number
}

/** Whose batch is declared, and which where there is one already. */
export type Declaring = { readonly organisationId: string; readonly batchId: string | null }

/** Holds harvests that a batch names against the diary as it stands; adds what does not fit to `errors`. */
export async function checkHarvests(
  ctx: DatedLookup,
  { organisationId, batchId, fields }: Declaring & { readonly fields: BatchFields },
  errors: FieldError[],
): Promise<CheckedHarvest[]> {
  if (fields.harvests.length === 0) return []
  const today = vietnamDateOf(ctx.now())
  const rows = await findHarvests(
    ctx.db,
    fields.harvests.map(({ entry }) => entry),
    { organisationId, today, into: batchId },
  )
  const checked: CheckedHarvest[] = []
  for (const [at, { entry, quantityKg }] of fields.harvests.entries()) {
    const row = rows.find(({ askedId }) => askedId === entry)
    const told = row === undefined || !row.isUsable ? null : harvestKgOf(row)
    const refuse = (text: FieldError['text']) => errors.push({ path: `harvests.${at}`, text })
    if (row === undefined || !row.isUsable) refuse(GOODS_REFUSALS.harvestUnknown)
    else if (checked.some((other) => other.row.rootId === row.rootId)) {
      refuse(GOODS_REFUSALS.harvestTwice)
    } else if (row.retracts || row.kind !== 'harvest') refuse(GOODS_REFUSALS.harvestTakenBack)
    else if (told === null) refuse(GOODS_REFUSALS.harvestNotByMass)
    else if (fields.packedOn != null && row.occurredOn > fields.packedOn) {
      const on = inEach((lang) => formatOn(row.occurredOn, lang))
      refuse(fillAll(GOODS_REFUSALS.harvestedAfterPacked, { on }))
    } else checked.push({ row, quantityKg, harvestedKg: told })
  }
  return checked
}

/** Goods cannot have come after they were packed. */
export function purchaseErrors({ purchases, packedOn }: BatchFields): FieldError[] {
  return purchases.flatMap(({ boughtOn }, at): FieldError[] =>
    packedOn != null && boughtOn > packedOn
      ? [{ path: `purchases.${at}.boughtOn`, text: GOODS_REFUSALS.boughtAfterPacked }]
      : [],
  )
}

/** The days of harvest of a batch: those declared, and those of the harvests it is made of. */
export function withHarvestDays(
  fields: BatchFields,
  harvests: readonly CheckedHarvest[],
): BatchFields {
  const days = new Set([...fields.harvestedOn, ...harvests.map(({ row }) => row.occurredOn)])
  return { ...fields, harvestedOn: [...days].sort() }
}
