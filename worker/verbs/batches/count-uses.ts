import type { Database } from '../../../db/client.ts'
import type { BatchSources } from '../../../db/queries/batch-source-rows.ts'
import { areasOfBatch, readCountedFacts, readQuotaFacts } from '../../../db/queries/code-quota.ts'
import { toGrams } from '../../domain/lots/balance.ts'
import { countedKg } from '../../domain/quota/counted-kg.ts'
import { cropOfGoods, type Quota } from '../../domain/quota/quota-of.ts'
import { quotaOfSite } from '../../domain/quota/quota-of-site.ts'
import { kilogramsOf } from './mass-balance.ts'

/** What a batch packs under one of its codes. */
export type CountedUse = {
  /** Folded; null where nobody can tell which of the area's crops it is. */
  readonly crop: string | null
  /** Kilograms; null for goods not counted by mass. */
  readonly quantityKg: number | null
  /** False for a further code of the same site: its goods are counted with the first one. */
  readonly isCounted: boolean
  /** Of the growing area's crop; null where what it rests on is not known. */
  readonly quota: Quota | null
}

type NamedCode = BatchSources['codes'][number]

/**
 * Counts what an unsealed batch packs under each of its codes, and how much each area may still
 * give.
 */
export async function countUses(
  db: Database,
  { batch, codes }: BatchSources,
  packedOn: string,
): Promise<{ readonly totalKg: number | null; readonly of: (named: NamedCode) => CountedUse }> {
  const areas = codes.filter(({ slot }) => slot === 'growing_area')
  const year = Number(packedOn.slice(0, 4))
  const [made, sites] = await Promise.all([
    readCountedFacts(db, batch.id),
    areas.length === 0 ? [] : readQuotaFacts(db, { sites: areasOfBatch(batch.id), year }),
  ])
  const totalKg = totalKgOf({ ...batch, inputKg: made.inputKg })
  const siteIds = [...new Set(areas.map(({ siteId }) => siteId))]
  const counted = countedKg({ ...made, totalKg, siteIds })
  const isFirst = ({ siteId, codeId }: NamedCode) =>
    codes.find((each) => each.siteId === siteId)?.codeId === codeId
  return {
    totalKg,
    of: (named) => {
      const { siteId, slot } = named
      const isCounted = isFirst(named)
      if (slot !== 'growing_area') {
        return { crop: null, quantityKg: totalKg, isCounted, quota: null }
      }
      const facts = sites.find((row) => row.siteId === siteId)
      const crop = facts === undefined ? null : cropOfGoods(made.productFolded, facts.crops)
      const { markets } = batch
      const quota =
        facts === undefined || crop === null || !isCounted
          ? null
          : quotaOfSite(facts, { crop, markets, day: packedOn })
      return { crop, quantityKg: counted.get(siteId) ?? null, isCounted, quota }
    },
  }
}

/**
 * A batch's kilograms: by its quantity, by how much each of its packages holds, or by all that went
 * in. Null where none of it tells.
 */
export function totalKgOf(
  batch: Pick<
    BatchSources['batch'],
    'quantityValue' | 'quantityUnit' | 'netContentValue' | 'netContentUnit'
  > & { readonly inputKg: number },
): number | null {
  const { quantityValue, quantityUnit, netContentValue, netContentUnit, inputKg } = batch
  const own = kilogramsOf({ value: quantityValue, unit: quantityUnit })
  if (own !== null) return own
  const each =
    netContentValue === null || netContentUnit === null
      ? null
      : kilogramsOf({ value: netContentValue, unit: netContentUnit })
  if (each !== null) return toGrams(each * quantityValue)
  return inputKg > 0 ? toGrams(inputKg) : null
}

/** A batch's kilograms as it is declared now: see `totalKgOf`. */
export async function kilogramsOfBatch(
  db: Database,
  batch: Pick<BatchSources['batch'], 'id' | 'quantityValue' | 'quantityUnit'>,
): Promise<number | null> {
  const { netContentValue, netContentUnit, inputKg } = await readCountedFacts(db, batch.id)
  const { quantityValue, quantityUnit } = batch
  return totalKgOf({ quantityValue, quantityUnit, netContentValue, netContentUnit, inputKg })
}
