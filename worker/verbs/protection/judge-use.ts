import { readForJudging } from '../../../db/queries/protection.ts'
import { judgeProduct, type ProductJudgement } from '../../domain/protection/judge-product.ts'
import { DOMESTIC, marketsCountingFor } from '../../lib/markets.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { Lookup } from '../context.ts'

/** A use of a product as it was recorded. */
export type RecordedUse = {
  readonly product: string
  readonly activeIngredient: string | null
  readonly on: string
  readonly crop: string | null
  readonly pest: string | null
  readonly intervalDays: number | null
  /** That the goods are for; the domestic one always counts. */
  readonly markets: readonly string[]
}

/** Holds a use against the list in force that day and the rules of its markets, in one read. */
export async function judgeUse({ db }: Lookup, use: RecordedUse): Promise<ProductJudgement> {
  const { product: name, ...rest } = use
  const markets = [...new Set([DOMESTIC, ...use.markets])]
  const known = await readForJudging(db, {
    nameFolded: foldVietnamese(name),
    on: use.on,
    markets: [...new Set(markets.flatMap(marketsCountingFor))],
  })
  return judgeProduct({ ...known, ...rest, name, markets })
}
