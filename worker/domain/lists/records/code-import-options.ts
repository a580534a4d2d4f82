import type { CodeScheme, SiteKind } from '../../codes/code-schemes.ts'
import type { CodeIndex } from '../../codes/find-code.ts'
import type { MarketCode } from '../vocabulary/markets.ts'

/** What a list of codes is read with. */
export interface CodeImportOptions {
  /** Codes on record: a code spelled otherwise is read as the one it stands for. */
  readonly knownCodes?: CodeIndex
  /** Formats of codes as the register keeps them; those a new register begins with where left out. */
  readonly schemes?: readonly CodeScheme[]
  /** For lists that name the province or the markets in their title only. */
  readonly defaults?: {
    readonly province?: string
    readonly markets?: readonly MarketCode[]
    readonly kind?: SiteKind
  }
}
