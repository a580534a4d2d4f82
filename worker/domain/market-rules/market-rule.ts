import type { Decimal } from '../../lib/measure/decimal.ts'
import type { PartText } from '../../lib/text/local-text.ts'
import type { CropSelector } from '../crops/crop-key.ts'
import type { ResidueLimit } from '../residues/residue-limit.ts'
import type { CheckProof, CheckStage, PestStatus, TreatmentMethod } from './kinds.ts'
import type { MarketSelector } from './market-selector.ts'

/** What a rule asks, by kind. Names are as their source has them. */
export type RuleValue =
  | { readonly kind: 'pest'; readonly name: PartText; readonly status: PestStatus }
  | { readonly kind: 'residue_limit'; readonly name: PartText; readonly limit: ResidueLimit }
  | {
      readonly kind: 'treatment'
      readonly method: TreatmentMethod
      readonly temperatureC: Decimal | null
      readonly minutesLeast: Decimal | null
      readonly minutesMost: Decimal | null
      readonly doseGy: Decimal | null
    }
  | {
      readonly kind: 'packing_mark'
      readonly name: PartText
      /** Word for word, where the market says so. */
      readonly wording: string | null
    }
  | { readonly kind: 'minimum_area'; readonly areaHa: Decimal }
  /** Tonnes that a hectare yields in a year at most. */
  | { readonly kind: 'yield_ceiling'; readonly tonnesPerHa: Decimal }
  | {
      readonly kind: 'required_check'
      readonly name: PartText
      readonly before: CheckStage
      readonly proof: CheckProof
      /** How many days before the packing day it may have been made at most; null where nobody says. */
      readonly days: number | null
      /** Percent of a consignment that is looked at; null where that is not said. */
      readonly samplePercent: Decimal | null
    }
  | { readonly kind: 'required_paper'; readonly name: PartText }

export type RuleValueOf<K extends RuleValue['kind']> = Extract<RuleValue, { kind: K }>

/** What a market asks of a crop, for the days it does. */
export type MarketRule<V extends RuleValue = RuleValue> = {
  readonly id: string
  readonly crop: CropSelector
  readonly market: MarketSelector
  readonly value: V
  /** Null where it is not known since when it holds: before all that is dated. */
  readonly validFrom: string | null
  /** Its last day; null while it has no end. */
  readonly validTo: string | null
  /** The law, notice or page that says so. */
  readonly source: string
  readonly note: PartText | null
  /** True where only a second hand says so: shown, and never the ground of a refusal. */
  readonly isDoubtful: boolean
  /** True where from its day on nothing is asked any more of this subject. */
  readonly isLifted: boolean
  /** Epoch milliseconds; 0 for what is shipped. */
  readonly recordedAt: number
}
