import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { MarketRule, RuleValueOf } from './market-rule.ts'

export type MarkRule = MarketRule<RuleValueOf<'packing_mark'>>

/** The codes that a batch is packed under. */
export type MarkedCodes = {
  readonly growingAreas: readonly string[]
  readonly packingHouse: string | null
}

const OF_HOUSE = ['co so dong goi', 'phc']
const OF_AREA = ['vung trong', 'puc']

/**
 * What a mark comes to for a batch, as it is to be written: its own wording, or the codes it asks for.
 * Null where whoever packs must know it.
 */
export function markText({ value }: MarkRule, codes: MarkedCodes): string | null {
  const { wording, name } = value
  if (wording !== null) return wording
  const words = ` ${foldVietnamese(name.vi ?? name.en ?? '').replaceAll(/[^a-z\d]+/g, ' ')} `
  const names = (known: readonly string[]) => known.some((each) => words.includes(` ${each} `))
  if (names(OF_HOUSE)) return codes.packingHouse
  if (names(OF_AREA) && codes.growingAreas.length > 0) return codes.growingAreas.join(', ')
  return null
}
