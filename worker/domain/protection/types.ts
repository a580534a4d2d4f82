/** One registered use of a product: on a crop, against a pest. */
export type RegisteredUse = {
  readonly crop: string
  /** Null where it is registered for the crop whatever the pest. */
  readonly pest: string | null
  /** Days between the last use and the harvest. */
  readonly intervalDays: number | null
  /** As on the label; null where the list does not say. */
  readonly doseLeast: number | null
  readonly doseMost: number | null
  /** `l/ha`, `kg/ha`, `ml/16 l` … */
  readonly doseUnit: string | null
}

/** A product as a list permits it, for the days it does. */
export type PermittedProduct = {
  readonly id: string
  readonly tradeName: string
  readonly activeIngredient: string
  readonly productGroup: string | null
  readonly uses: readonly RegisteredUse[]
  readonly reentryHours: number | null
  readonly permittedFromOn: string
  readonly permittedToOn: string | null
  readonly legalBasis: string
}

/** An active ingredient that a market bans or limits, for the days it does. */
export type SubstanceRule = {
  readonly substance: string
  readonly market: string
  readonly effect: 'banned' | 'limited'
  readonly limitNote: string | null
  readonly fromOn: string
  readonly toOn: string | null
  readonly legalBasis: string
}
