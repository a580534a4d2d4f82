import type { SiteKind } from '../../../domain/codes/code-schemes.ts'
import type { NearAnswers } from '../../../domain/lists/records/near-answers.ts'
import type { HolderKind } from '../../../domain/lists/vocabulary/code-terms.ts'
import type { MarketCode } from '../../../domain/lists/vocabulary/markets.ts'
import type { SheetMend } from '../../../lib/sheet/mend/cell-mend.ts'
import type { CodeListDefaults } from '../read-code-list.ts'

export type { UploadRow } from '../../../../db/queries/bulk-decisions.ts'

/** Kinds of lists that can be handed in, as they stand in their rows. */
export const LIST_KINDS = ['codes', 'diary', 'batches', 'protection'] as const
export type ListKind = (typeof LIST_KINDS)[number]

/** What is kept beside a list that was handed in. */
export type UploadOptions = {
  readonly province: string | null
  readonly markets: readonly MarketCode[]
  /** True once it was confirmed that its old texts are to be turned into Unicode. */
  readonly convertText?: boolean
  /** Cells that were mended on the screen. */
  readonly mends?: readonly SheetMend[]
  /** What was chosen for rows that leave it open. */
  readonly siteKind?: SiteKind
  readonly holderKind?: HolderKind
  /** What was answered of names and codes that are almost as on record. */
  readonly answers?: NearAnswers
}

/** What was said of a list of codes that its rows leave out. */
export function defaultsOf(options: UploadOptions): CodeListDefaults {
  const { province, markets, siteKind, holderKind } = options
  return {
    ...(province === null ? {} : { province }),
    ...(markets.length === 0 ? {} : { markets }),
    ...(siteKind === undefined ? {} : { kind: siteKind }),
    ...(holderKind === undefined ? {} : { holderKind }),
  }
}
