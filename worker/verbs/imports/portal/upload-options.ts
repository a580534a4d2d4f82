import type { MarketCode } from '../../../domain/lists/vocabulary/markets.ts'
import type { CodeListDefaults } from '../import-codes.ts'

export type { UploadRow } from '../../../../db/queries/bulk-decisions.ts'

/** Kinds of lists that can be handed in, as they stand in their rows. */
export const LIST_KINDS = ['codes', 'diary', 'batches'] as const
export type ListKind = (typeof LIST_KINDS)[number]

/** What is kept beside a list that was handed in. */
export type UploadOptions = {
  readonly province: string | null
  readonly markets: readonly MarketCode[]
  /** True once it was confirmed that its old texts are to be turned into Unicode. */
  readonly convertText?: boolean
}

/** What was said of a list of codes that its rows leave out. */
export function defaultsOf({ province, markets }: UploadOptions): CodeListDefaults {
  return {
    ...(province === null ? {} : { province }),
    ...(markets.length === 0 ? {} : { markets }),
  }
}
