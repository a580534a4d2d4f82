import type { EntryKind } from './entry-kinds/entry-kind.ts'
import type { Measure } from './measures/measure.ts'

export type ProductValue = { readonly name: string; readonly id: string | null }

/** A value as it is kept: plain JSON, so that the app can offer it again. */
export type EntryValue = string | number | Measure | ProductValue
export type EntryValues = Readonly<Record<string, EntryValue>>

/** An entry that was read. */
export type ParsedEntry = {
  readonly siteId: string
  readonly kind: EntryKind
  readonly householdIds: readonly string[]
  readonly seasonId: string | null
  readonly values: EntryValues
  readonly photos: readonly string[]
  readonly onBehalfOf: string | null
  readonly spoken: readonly string[]
  readonly confirm: readonly string[]
}
