import type { EntryKind } from './entry-kinds/entry-kind.ts'
import type { Measure } from './measures/measure.ts'

/**
 * What a device or form sends as a diary entry. The day it was done is the envelope's `happenedOn`; who
 * writes is the account, whatever the device says.
 */
export type EntryBody = {
  readonly siteId: string
  readonly kind: EntryKind
  readonly householdIds?: readonly string[]
  readonly seasonId?: string | null
  /** By field name. A measure is `{value, unit}`, a product `{name, id?}` or its name alone. */
  readonly values: Readonly<Record<string, unknown>>
  /** SHA-256 of the photos' bytes, in hexadecimal. */
  readonly photos?: readonly string[]
  /** Who told it, where that is not whoever writes: a member for whom the group leader keeps the diary. */
  readonly onBehalfOf?: string | null
  /** Names of the fields that were spoken, not typed. */
  readonly spoken?: readonly string[]
  /** Codes of questions that were answered with yes. */
  readonly confirm?: readonly string[]
}

/** An entry amended by what it should have said, or taken back. */
export type CorrectionBody = {
  readonly entryId: string
  readonly reason: string
} & (
  | { readonly takeBack: true }
  | {
      /** The day it was done, where that was wrong. */
      readonly occurredOn?: string
      /** The whole entry anew: what is left out is no longer said. */
      readonly values: Readonly<Record<string, unknown>>
      readonly householdIds?: readonly string[]
      readonly photos?: readonly string[]
      readonly confirm?: readonly string[]
    }
)

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
