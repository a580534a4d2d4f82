import type { CodeScheme, SiteKind } from '../../codes/code-schemes.ts'
import type { CodeIndex } from '../../codes/find-code.ts'
import type { Code } from '../../codes/normalise-code.ts'
import type { HolderKind } from '../vocabulary/code-terms.ts'
import type { MarketCode } from '../vocabulary/markets.ts'

/** A place as a row names it. */
export type NamedPlace = {
  readonly province: string
  readonly formerDistrict: string | null
  readonly commune: string
  readonly onDate: string | null
}

/** What a list of codes is read with. */
export interface CodeImportOptions {
  /** Codes on record: a code spelled otherwise is read as the one it stands for. */
  readonly knownCodes?: CodeIndex
  /** The code of its own that a text is, though another spelling of it is on record; null for most. */
  readonly newCode?: (printed: string) => Code | null
  /** Formats of codes as the register keeps them; those a new register begins with where left out. */
  readonly schemes?: readonly CodeScheme[]
  /** What is wrong with a place, for rows refused for something else: nothing is found out twice. */
  readonly placeProblem?: (
    place: NamedPlace,
  ) => { readonly column: string; readonly reason: string } | null
  /** For lists that name the province or the markets in their title only. */
  readonly defaults?: {
    readonly province?: string
    readonly markets?: readonly MarketCode[]
    readonly kind?: SiteKind
    /** Of holders of whom the list does not tell. */
    readonly holderKind?: HolderKind
  }
}
